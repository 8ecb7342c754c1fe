/** One's own data to be read on the phone: in words where they are known; the whole of it is in the exported file. */
import type { Catalogue, Exported, Flow } from './types'
import { fullTime, roleName } from './words'

const labels: Record<string, string> = {
  identity: '账号', casework: '上报与办理', media: '照片', photos: '照片', notification: '消息与提醒', campaign: '稿件',
  cases: '上报的案件', steps: '办理记录', inbox: '消息中心', messages: '微信消息', subscriptions: '订阅', preferences: '提醒设置',
  articles: '写过的稿件', sessions: '登录记录', consents: '同意过的协议', wechat: '微信标识', staff: '工作身份',
  name: '称呼', phone: '手机号', roles: '身份', login: '工号', unit: '单位', joinedAt: '注册时间', createdAt: '创建时间', linkedAt: '绑定时间',
  application: '来自', openid: 'OpenID', unionid: 'UnionID', changedAt: '更新时间', version: '版本', agreedAt: '同意时间',
  via: '方式', at: '时间', lastSeenAt: '最近使用', number: '编号', type: '类型', stage: '阶段', step: '步骤', description: '描述',
  anonymous: '匿名公开', areaName: '所在', address: '地址', point: '坐标', given: '上报时的坐标', reportedAt: '上报时间', note: '备注',
  reason: '理由', solved: '解决了吗', stars: '星级', title: '标题', text: '内容', summary: '摘要', template: '模板', balance: '还能收几条',
  sentAt: '发送时间', status: '结果', wechatMessages: '接收微信消息', quietFrom: '免打扰从', quietTo: '免打扰到', muted: '不提醒的事',
  'all.photos': '上传过的照片', uploadedAt: '上传时间', takenAt: '拍摄时间', publishedAt: '发布时间', state: '状态',
}
const said: Record<string, string> = { WECHAT: '微信', DESK: '工作台', MINI: '小程序', SERVICE: '服务号', DRAFT: '草稿', PUBLISHED: '已发布', WITHDRAWN: '已撤下' }
/** Of no use to a reader: addresses that expire, and codes whose name is said beside them. */
const unsaid = new Set(['picture', 'thumbnail', 'link', 'id', 'area', 'outside', 'datum'])

export interface Line {
  label: string
  value: string
}

export interface Entry {
  lines: Line[]
  picture?: string
}

export interface Group {
  name: string
  label: string
  entries: Entry[]
}

export interface Section {
  name: string
  label: string
  lines: Line[]
  groups: Group[]
}

type Fields = Record<string, unknown>
const labelOf = (name: string): string => labels[name] ?? name
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)

/** What codes are called: kinds, stages and steps by the rules in force. */
export function namesOf(catalogue: Catalogue | undefined, flow: Flow | undefined): Record<string, string> {
  const types = (catalogue?.groups ?? []).flatMap((each) => each.types).map(({ code, name }) => [`type.${code}`, name])
  const stages = (flow?.stages ?? []).map(({ code, publicName }) => [`stage.${code}`, publicName])
  const steps = (flow?.steps ?? []).map(({ name, label }) => [`step.${name}`, label])
  return Object.fromEntries([...types, ...stages, ...steps])
}

/** Reads an export with the given names of codes. */
export class Reading {
  constructor(private readonly names: Record<string, string>) {}

  sections(exported: Exported): Section[] {
    return Object.entries(exported.sections).map(([name, value]) => this.section(name, value))
  }

  private section(name: string, value: unknown): Section {
    const fields = isFields(value) ? value : { [`all.${name}`]: value }
    const groups = Object.entries(fields).filter(([, inner]) => typeof inner === 'object' && inner !== null)
    const plain = Object.fromEntries(Object.entries(fields).filter(([, inner]) => typeof inner !== 'object'))
    return { name, label: labelOf(name), lines: this.lines(plain), groups: groups.map(([each, inner]) => this.group(each, inner)) }
  }

  private group(name: string, value: unknown): Group {
    return { name, label: labelOf(name), entries: (Array.isArray(value) ? value : [value]).map((each) => this.entry(each)) }
  }

  private entry(value: unknown): Entry {
    if (!isFields(value)) return { lines: [{ label: '', value: this.value('', value) }] }
    return { lines: this.lines(value), picture: typeof value.picture === 'string' ? value.picture : undefined }
  }

  private lines(fields: Fields): Line[] {
    return Object.entries(fields)
      .filter(([name, value]) => !unsaid.has(name) && value !== null && value !== undefined)
      .flatMap(([name, value]) =>
        isFields(value) && value.longitude === undefined ? this.lines(value) : [{ label: labelOf(name), value: this.value(name, value) }],
      )
  }

  private value(name: string, value: unknown): string {
    if (typeof value === 'boolean') return value ? '是' : '否'
    if (Array.isArray(value)) return value.map((each) => this.value(name, each)).join('、') || '无'
    if (isFields(value)) return `${Number(value.longitude).toFixed(5)}，${Number(value.latitude).toFixed(5)}`
    const words = String(value)
    if (/^\d{4}-\d\d-\d\dT/.test(words)) return fullTime(words)
    if (name === 'roles') return roleName(words)
    return this.names[`${name}.${words}`] ?? said[words] ?? words
  }
}
