import type { RateCounts, RatesLine } from '@/services/types'

/** One of the rates, as people are told of it. */
export interface Kind {
  code: Exclude<keyof RatesLine, 'counts'>
  name: string
  meaning: string
  /** Whether less of it is better. */
  lower?: boolean
  words: (counts: RateCounts) => string
}

export const kinds: readonly [Kind, ...Kind[]] = [
  { code: 'closingOnTime', name: '按期结案率', meaning: '在时限内办完并通过验收的，占本月应结案的比例。', words: (of) => `应结案 ${of.due} 件，按期结案 ${of.onTime} 件` },
  { code: 'closing', name: '结案率', meaning: '已经结案的，占本月应结案的比例。', words: (of) => `应结案 ${of.due} 件，已结案 ${of.closed} 件` },
  { code: 'response', name: '响应率', meaning: '按时签收或按时说明退回的，占本月收到任务的比例。', words: (of) => `收到任务 ${of.received} 件，按时响应 ${of.answered} 件` },
  { code: 'resolution', name: '解决率', meaning: '市民说“解决了”的，占回答了这个问题的市民的比例。', words: (of) => `${of.asked} 位市民回答，${of.solved} 位说解决了` },
  { code: 'satisfaction', name: '满意率', meaning: '市民表示满意的，占评价了的市民的比例。', words: (of) => `${of.rated} 位市民评价，${of.satisfied} 位满意` },
  { code: 'rework', name: '返工率', meaning: '结案后又重新办理的，占本月结案的比例；越低越好。', lower: true, words: (of) => `结案 ${of.ended} 件，返工 ${of.reopened} 件` },
]

export function percent(value: number | undefined): string {
  return value === undefined || value === null ? '—' : `${Number(value).toFixed(2).replace(/\.?0+$/, '')}%`
}
