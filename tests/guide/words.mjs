// The guide's own words in its two languages, as the journeys look for them on glass, pages and paper.
export const words = {
  en: {
    settings: ['Settings', 'General Settings', 'Network Settings', 'Network Status'],
    wiredLanStatus: 'Wired LAN/Wi-Fi Status', emailServerStatus: 'Email Server Status', statusSheet: 'Status Sheet',
    network: 'Network', emailServer: 'Email Server', basic: 'Basic', logIn: 'Log in', ok: 'OK', fax: 'Fax', faxServer: 'Fax Server', emailServerSettings: 'Email Server Settings',
    signIn: 'Sign in', microsoftSignIn: 'Microsoft sign-in', next: 'Next', accept: 'Accept', consent: 'Consent on behalf of your organization', signedIn: 'Signed in',
    haveSignedIn: /You have signed in/, mayClose: /close this window/i, mustSignIn: 'must sign in to your email service', expired: /expired/i,
    code360: /not connected/i, code361: /expired/i, code370: /(log|sign) in to the cloud/i, myEmail: 'Scan to My Email',
  },
  'zh-CN': {
    settings: ['设置', '常规设置', '网络设置', '网络状态'],
    wiredLanStatus: '有线局域网/Wi-Fi状态', emailServerStatus: '电子邮件服务器状态', statusSheet: '状态页',
    network: '网络', emailServer: '电子邮件服务器', basic: '基本', logIn: '登录', ok: '确定', fax: '传真', faxServer: '传真服务器', emailServerSettings: '电子邮件服务器设置',
    signIn: '登录', microsoftSignIn: 'Microsoft 登录', next: '下一步', accept: '接受', consent: '代表组织同意', signedIn: '已登录',
    haveSignedIn: /登录到/, mayClose: /关闭此窗口/, mustSignIn: '要使用此功能，您必须登录您的电子邮件服务。请联系您的管理员。', expired: /过期/,
    code360: /未连接云/, code361: /已过期/, code370: /需要再次登录云/, myEmail: '到我的电子邮件',
  },
};
