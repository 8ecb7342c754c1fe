/** Why a call did not do what was asked, in words that can be shown. */
/** `gone`: a file the phone no longer has, which no repeating brings back. */
export type FailureKind = 'problem' | 'network' | 'gone'

export interface Violation {
  field: string
  rule?: string
  message: string
}

/** A problem answer (RFC 9457) or the lack of any answer. `message` is a sentence for people. */
export class Failure extends Error {
  constructor(
    readonly kind: FailureKind,
    message: string,
    readonly status = 0,
    /** Last part of the problem's type, such as `stale-case`. */
    readonly slug = '',
    readonly violations: Violation[] = [],
    readonly retryAfterSeconds?: number,
    readonly body: Record<string, unknown> = {},
  ) {
    super(message)
    this.name = 'Failure'
  }
}

const plainWords: Record<number, string> = {
  400: '填写的内容有误，请检查后再试',
  401: '登录已失效，请重新登录',
  403: '您没有权限进行这项操作',
  404: '没有找到，可能已被删除或不对外公开',
  409: '内容刚刚被更新过，请刷新后再试',
  413: '文件太大了，请换一张小一些的照片',
  415: '不支持这种文件，请使用 JPG、PNG 或 WebP 照片',
  422: '现在还不能进行这项操作',
  429: '操作太频繁了，请稍后再试',
  503: '服务暂时繁忙，请稍后再试',
}

export const networkWords = '网络不太顺畅，请检查网络后重试'

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function violationsOf(value: unknown): Violation[] {
  if (!Array.isArray(value)) return []
  return value
    .filter((each): each is Record<string, unknown> => typeof each === 'object' && each !== null)
    .map((each) => ({ field: text(each.field), rule: text(each.rule), message: text(each.message) }))
}

/** Reads a problem answer; whatever else comes with an error status gets a plain sentence. */
export function problemOf(status: number, data: unknown, retryAfter?: string): Failure {
  const body = (typeof data === 'object' && data !== null ? data : {}) as Record<string, unknown>
  const violations = violationsOf(body.violations)
  const said = violations[0]?.message || text(body.detail) || text(body.title)
  const sentence = said || plainWords[status] || `服务出了点问题（${status}），请稍后再试`
  const slug = text(body.type).split(/[/#:]/).pop() ?? ''
  const seconds = retryAfter === undefined ? undefined : Number(retryAfter)
  return new Failure('problem', sentence, status, slug, violations, Number.isFinite(seconds) ? seconds : undefined, body)
}

/** Any thrown thing as a sentence. */
export function sentenceOf(thrown: unknown): string {
  return thrown instanceof Failure ? thrown.message : '出了点意外，请重试'
}
