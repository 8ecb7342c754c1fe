import type { Platform } from './contract'
// #ifdef H5
import { browser } from './browser'
// #endif
// #ifdef MP-WEIXIN
import { wechat } from './wechat'
// #endif

let chosen: Platform
// #ifdef MP-WEIXIN
chosen = wechat
// #endif
// #ifdef H5
chosen = browser
// #endif

export const platform: Platform = chosen
