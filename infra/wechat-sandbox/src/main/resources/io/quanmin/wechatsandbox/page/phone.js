// The user's phone: what was received, and everything the user may do.

import { html, avatar, clockTime, fullTime } from './html.js';

export function people(users, chosen) {
  return users.map((user) => html`
    <button class="person" data-user="${user.id}" aria-current="${user.id === chosen}">
      ${avatar(user)}
      <span><b>${user.name}</b><small>${user.role}${user.following && html`<i title="已关注服务号"></i>`}</small></span>
      ${user.received > 0 && html`<span class="count" title="收到的消息">${user.received}</span>`}
    </button>`);
}

export function bar(user) {
  return html`<b>服务通知</b><small>${user.name} 的微信</small>`;
}

export function feed(messages, backend) {
  if (messages.length === 0) {
    return html`<p class="when empty">还没有收到消息</p>`;
  }
  return messages.map((message) => html`<p class="when">${fullTime(message.at)}</p>${card(message, backend)}`);
}

function card(message, backend) {
  const service = message.kind === 'SERVICE';
  const lines = Object.entries(message.lines);
  return html`
    <article class="card">
      <header><i class="${service ? 'service' : ''}">全</i>${service ? '全民服务号' : '全民'}</header>
      <h3>${message.title}</h3>
      <dl>${lines.map(([label, value]) => html`<dt>${label}</dt><dd>${value}</dd>`)}</dl>
      <footer>
        ${message.page
          ? html`<a href="${target(message.page, backend)}" target="_blank" rel="noopener">${service ? '查看详情' : '进入小程序查看'}</a>`
          : html`<span>无跳转</span>`}
        <small title="${message.page}">${message.page}</small>
      </footer>
    </article>`;
}

// A page of the mini-program opens in its web build.
function target(page, backend) {
  return /^https?:\/\//.test(page) ? page : `${backend}/m/#/${page}`;
}

export function hand(user, templates, accounts) {
  return html`
    <div class="block"><h2>身份</h2>${identity(user, accounts)}</div>
    <div class="block">
      <h2>登录</h2>
      <div class="row">
        <button class="go" data-act="login-code">登录码</button>
        <button data-act="phone-code">手机号凭证</button>
        <button data-act="visit">来访</button>
      </div>
      <p class="muted hint">最近来访 ${user.lastVisit ? clockTime(user.lastVisit) : '没有'}，两小时内才能做内容检查</p>
    </div>
    <div class="block">
      <h2>订阅消息</h2>
      ${templates.filter((one) => one.kind !== 'SERVICE').map((one) => permission(user, one))}
      <div class="row"><button class="go" data-act="accept-all">都允许</button></div>
    </div>
    <div class="block">
      <h2>服务号</h2>
      <div class="row between">
        <span>${user.following ? '已关注' : '未关注'}</span>
        ${user.following
          ? html`<button data-act="unfollow">取消关注</button>`
          : html`<button class="go" data-act="follow">关注</button>`}
      </div>
    </div>
    <div class="block">
      <h2>脾气</h2>
      ${flag(user, 'risky', '被风控拦截登录（40226）')}
      ${flag(user, 'blocksService', '屏蔽服务号消息')}
      ${flag(user, 'messagesOn', '接收订阅消息总开关')}
    </div>`;
}

function identity(user, accounts) {
  return html`<dl class="ids">
    ${accounts.map((app) => html`
      <dt>${app.kind === 'MINI_PROGRAM' ? '小程序' : '服务号'}</dt>
      <dd>${copyable(user.openids[app.appid])}</dd>`)}
    <dt>unionid</dt><dd>${user.unionid ? copyable(user.unionid) : '无'}</dd>
    <dt>手机</dt><dd>${copyable(user.phone)}</dd>
  </dl>`;
}

function copyable(text) {
  return html`<button class="copy" data-copy="${text}" title="复制 ${text}">${text}</button>`;
}

function permission(user, template) {
  const known = user.permissions.find((one) => one.templateId === template.id);
  const left = known?.forever ? '长期' : `剩 ${known?.left ?? 0} 次`;
  return html`
    <div class="template">
      <span>${template.title}</span>
      <span class="badge ${known && (known.left > 0 || known.forever) ? 'good' : ''}">${left}</span>
      <div class="row">
        <button data-act="accept" data-template="${template.id}">允许</button>
        <button data-act="reject" data-template="${template.id}">拒绝</button>
        <button data-act="switch-off" data-template="${template.id}">关闭</button>
      </div>
    </div>`;
}

function flag(user, name, label) {
  return html`
    <div class="row"><label class="check">
      <input type="checkbox" data-flag="${name}" ${user[name] ? html`checked` : ''}> ${label}
    </label></div>`;
}
