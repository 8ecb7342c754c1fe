// What was called and pushed, what shall go wrong, and how the stand-in behaves.

import { html, clockTime, pretty } from './html.js';

export function calls(records) {
  if (records.length === 0) {
    return html`<p class="muted">还没有调用</p>`;
  }
  return records.map((call) => html`
    <details class="line" data-key="${call.rid}">
      <summary>
        <time>${clockTime(call.at)}</time>
        <span class="path"><small>${call.method}</small> ${call.path}</span>
        <span>${call.fault && html`<span class="badge odd">${call.fault}</span> `}
          <span class="badge ${call.errcode === 0 ? 'good' : 'bad'}">${call.errcode}</span></span>
      </summary>
      <p>rid <button class="copy" data-copy="${call.rid}">${call.rid}</button> · ${call.costMillis} 毫秒 · ${call.clientIp}</p>
      <pre>${call.url}</pre>
      ${call.requestBody && html`<pre>${pretty(call.requestBody)}</pre>`}
      <pre>${pretty(call.responseBody) || '（空）'}</pre>
    </details>`);
}

const STATES = {
  WAITING: ['等待中', 'odd'],
  DELIVERED: ['已送达', 'good'],
  FAILED: ['三次未送达', 'bad'],
  LOST: ['已丢弃', 'bad'],
  NOT_CONFIGURED: ['未配置', ''],
};

export function pushes(records) {
  if (records.length === 0) {
    return html`<p class="muted">还没有推送</p>`;
  }
  return records.map((push) => {
    const [text, colour] = STATES[push.state];
    return html`
      <details class="line" data-key="${push.id}">
        <summary>
          <time>${clockTime(push.at)}</time>
          <span class="path">${push.event}</span>
          <span class="badge ${colour}">${text}</span>
        </summary>
        <p>openid ${push.openid} · 第 ${push.attempts.length} 次：${push.attempts.join('；') || '尚未发出'}</p>
        <pre>${pretty(push.body)}</pre>
      </details>`;
  });
}

export const PRESETS = [
  ['登录遇系统繁忙', '-1，两次', { path: '/sns/jscode2session', effect: 'errcode', code: -1, times: 2 }],
  ['登录已办但答复丢失', '-1，重试得 40163', { path: '/sns/jscode2session', effect: 'errcode', code: -1, times: 1, afterWork: true }],
  ['登录超时', '6 秒，一次', { path: '/sns/jscode2session', effect: 'slow', seconds: 6, times: 1 }],
  ['令牌风暴', '40001，五次', { path: 'token-paths', effect: 'errcode', code: 40001, times: 5 }],
  ['令牌过期', '42001，一次', { path: 'token-paths', effect: 'errcode', code: 42001, times: 1 }],
  ['取令牌很慢', '6 秒，一次', { path: '/cgi-bin/stable_token', effect: 'slow', seconds: 6, times: 1 }],
  ['出口地址不在白名单', '40164，直到清除', { path: '/cgi-bin/stable_token', effect: 'errcode', code: 40164 }],
  ['订阅消息日额度用尽', '45009，直到清除', { path: '/cgi-bin/message/subscribe/send', effect: 'errcode', code: 45009 }],
  ['订阅消息发出但超时', '6 秒，一次', { path: '/cgi-bin/message/subscribe/send', effect: 'slow', seconds: 6, times: 1 }],
  ['模板消息网关错误', '502，两次', { path: '/cgi-bin/message/template/send', effect: 'http', status: 502, times: 2 }],
  ['内容检查空答复', '200 空，一次', { path: '/wxa/msg_sec_check', effect: 'empty', times: 1 }],
  ['三成请求繁忙', '-1，直到清除', { path: '*', effect: 'errcode', code: -1, probability: 0.3 }],
];

export function trouble(faults, pushFaults) {
  return html`
    <div class="block"><h2>正在生效</h2>
      ${active(faults, pushFaults)}
    </div>
    <div class="block"><h2>一键故障</h2>
      <div class="presets">
        ${PRESETS.map(([name, what], i) => html`<button data-preset="${i}">${name}<small>${what}</small></button>`)}
        <button data-act="revoke">吊销全部令牌<small>下次调用得 40001</small></button>
      </div>
    </div>`;
}

function active(faults, pushFaults) {
  if (faults.length + pushFaults.length === 0) {
    return html`<p class="muted">没有故障</p>`;
  }
  const times = (left) => (left === null ? '直到清除' : `还剩 ${left} 次`);
  return html`<ul class="active">
    ${faults.map(({ fault, struck }) => html`<li>
      <span class="badge bad">${fault.effect.name}</span><code>${fault.path}</code>
      <small class="muted">${times(fault.times === null ? null : fault.times - struck)}${fault.probability < 1 ? `，概率 ${fault.probability}` : ''}${fault.afterWork ? '，已办' : ''}</small></li>`)}
    ${pushFaults.map((fault) => html`<li>
      <span class="badge odd">推送 ${KINDS[fault.kind]}</span><code>${fault.event}</code>
      <small class="muted">${times(fault.times)}</small></li>`)}
  </ul><div class="row"><button class="warn" data-act="clear-faults">全部清除</button></div>`;
}

const KINDS = { LOST: '丢失', DOUBLED: '重复', LATE: '迟到', OUT_OF_ORDER: '乱序' };

const PATHS = ['*', 'token-paths', '/cgi-bin/stable_token', '/cgi-bin/token', '/sns/jscode2session',
  '/wxa/business/getuserphonenumber', '/cgi-bin/message/subscribe/send', '/cgi-bin/message/template/send',
  '/wxa/msg_sec_check', '/wxa/media_check_async', '/wxa/getwxacodeunlimit', '/cgi-bin/user/info', '/cgi-bin/qrcode/create'];

const EVENTS = ['*', 'subscribe_msg_popup_event', 'subscribe_msg_change_event', 'subscribe_msg_sent_event',
  'TEMPLATESENDJOBFINISH', 'wxa_media_check', 'subscribe', 'unsubscribe', 'SCAN'];

const options = (values) => values.map((value) => html`<option>${value}</option>`);

export function troubleForms() {
  return html`
    <div class="block"><h2>自定接口故障</h2>
      <form class="form" id="fault-form">
        <label class="wide"><span>路径</span><input name="path" type="text" list="paths" value="/sns/jscode2session"></label>
        <datalist id="paths">${options(PATHS)}</datalist>
        <label><span>表现</span><select name="effect">
          <option value="errcode">错误码</option><option value="slow">变慢</option>
          <option value="http">HTTP 状态</option><option value="empty">空答复</option></select></label>
        <label><span>码、状态或秒</span><input name="value" type="number" value="-1"></label>
        <label><span>次数（0 不限）</span><input name="times" type="number" min="0" value="1"></label>
        <label><span>概率</span><input name="probability" type="number" min="0" max="1" step="0.05" value="1"></label>
        <label class="check"><input name="afterWork" type="checkbox"> 事已办妥</label>
        <button class="go">加上</button>
      </form>
    </div>
    <div class="block"><h2>自定推送故障</h2>
      <form class="form" id="push-fault-form">
        <label class="wide"><span>事件</span><select name="event">${options(EVENTS)}</select></label>
        <label><span>表现</span><select name="kind">
          ${Object.entries(KINDS).map(([kind, name]) => html`<option value="${kind}">${name}</option>`)}</select></label>
        <label><span>迟到秒数</span><input name="seconds" type="number" min="0" value="60"></label>
        <label><span>次数（0 不限）</span><input name="times" type="number" min="0" value="1"></label>
        <button class="go">加上</button>
      </form>
    </div>`;
}

const OUTCOMES = { SUCCESS: '成功', USER_BLOCK: '用户拒收', SYSTEM_FAILED: '系统失败', FREQ_LIMIT: '频率限制' };
const MODES = { PLAIN: '明文', COMPATIBLE: '兼容', SECURE: '安全' };

export function switches(now, accounts) {
  const number = (name, label) => html`
    <label><span>${label}</span><input type="number" min="0" data-switch="${name}" value="${now[name]}"></label>`;
  const flag = (name, label) => html`
    <div class="row"><label class="check"><input type="checkbox" data-switch="${name}" ${now[name] ? html`checked` : ''}> ${label}</label></div>`;
  return html`
    ${accounts.map((app) => html`
      <div class="block"><h2>${app.kind === 'MINI_PROGRAM' ? '小程序' : '服务号'} ${app.appid}</h2>
        <div class="row"><input type="text" data-account="${app.appid}" data-field="callbackUrl" value="${app.callbackUrl}" aria-label="回调地址">
          <button data-verify="${app.appid}">验证</button></div>
        <div class="row">推送方式
          <select data-account="${app.appid}" data-field="pushMode" style="width:auto">
            ${Object.entries(MODES).map(([mode, name]) => html`<option value="${mode}" ${mode === app.pushMode ? html`selected` : ''}>${name}</option>`)}
          </select><span class="badge">${app.pushFormat}</span></div>
      </div>`)}
    <div class="block"><h2>消息</h2>
      <div class="form">
        <label><span>模板消息结果</span><select data-switch="templateOutcome">
          ${Object.entries(OUTCOMES).map(([key, name]) => html`<option value="${key}" ${key === now.templateOutcome ? html`selected` : ''}>${name}</option>`)}
        </select></label>
        ${number('sendingMillis', '一次发送占用（毫秒）')}
        ${number('eventDelaySeconds', '结果事件延后（秒）')}
        ${number('mediaDelaySeconds', '图片结果延后（秒）')}
      </div>
    </div>
    <div class="block"><h2>形状</h2>
      ${flag('unionid', '账号已绑定开放平台（有 unionid）')}
      ${flag('quotedCreateTime', 'CreateTime 带引号')}
      ${flag('listAlwaysArray', '单项 List 也写成数组')}
      ${flag('mediaTextLabels', '图片结果 label 为文字且无顶层 errcode')}
      ${flag('mediaHttpsOnly', '只下载 https 图片')}
    </div>`;
}
