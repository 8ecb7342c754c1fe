/** One's own data as lines to read: labels in words where they are known, values as they are. */
const labels: Record<string, string> = {
  identity: '账号',
  person: '账号',
  casework: '上报的案件',
  cases: '上报的案件',
  media: '照片',
  photos: '照片',
  notification: '消息与订阅',
  inbox: '消息',
  subscriptions: '订阅',
  preferences: '提醒设置',
  campaign: '稿件',
  articles: '稿件',
  sessions: '登录',
  consents: '同意的协议',
  name: '称呼',
  phone: '手机号',
  roles: '身份',
  version: '版本',
  agreedAt: '同意时间',
  createdAt: '创建时间',
  reportedAt: '上报时间',
  at: '时间',
  title: '标题',
  text: '内容',
  description: '描述',
  number: '编号',
  stage: '阶段',
  type: '类型',
  address: '地址',
  id: '标识',
}

export const labelOf = (name: string): string => labels[name] ?? name

export interface Line {
  label: string
  value: string
}

function flat(value: unknown): string {
  if (value === null || value === undefined || value === '') return '无'
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (Array.isArray(value)) return value.length ? value.map(flat).join('、') : '无'
  if (typeof value === 'object') {
    return Object.entries(value)
      .map(([name, inner]) => `${labelOf(name)}：${flat(inner)}`)
      .join('；')
  }
  return String(value)
}

/** A section as lines: an object's fields, or a list's entries numbered. */
export function linesOf(section: unknown): Line[] {
  if (Array.isArray(section)) return section.map((each, index) => ({ label: String(index + 1), value: flat(each) }))
  if (typeof section === 'object' && section !== null) {
    return Object.entries(section).map(([name, value]) => ({ label: labelOf(name), value: flat(value) }))
  }
  return [{ label: '', value: flat(section) }]
}
