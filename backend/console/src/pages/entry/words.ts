export const zh = {
  welcome: '登录工作台',
  login: '登录名',
  password: '密码',
  enter: '登录',
  account: '我的账号',
}

export const en: typeof zh = {
  welcome: 'Log in to the console',
  login: 'Login',
  password: 'Password',
  enter: 'Log in',
  account: 'My account',
}
