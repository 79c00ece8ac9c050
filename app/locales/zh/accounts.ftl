# Signing in, invitations, members, the account.
sign-in-title = 登录
sign-in-text = 供举办活动的人使用。参加活动无需账号。
sign-in-ask-title = 通过邮件获取链接
sign-in-email = 您的电子邮箱
sign-in-email-hint = 我们会向这个邮箱发送链接，十分钟内在这个浏览器中有效。
sign-in-ask = 把链接发给我
sign-in-sent-title = 请查看您的邮箱
sign-in-sent-text = 如果这个邮箱属于主办方的成员，邮件已在途中。请在这个浏览器中打开邮件里的链接，或在此输入邮件里的验证码。
sign-in-code = 邮件里的验证码
sign-in-code-hint = 八位数字，十分钟内有效。
sign-in-button = 登录
sign-in-again-title = 没有收到邮件？
sign-in-link-title = 还差一步
sign-in-link-text = 按下按钮，即可在这个浏览器中登录。

signed-out-title = 请先登录
signed-out-text = 此页面供举办活动的人使用。请先登录，再回到这里。
forbidden-title = 您没有这项权限
forbidden-text = 您在这个组织中的角色无法使用此页面。所有者可以给您换一个角色。
conflict-title = 有人先改动了
conflict-text = 您查看期间，有人改动了这里的内容，所以您的改动没有保存。请返回上一页，重新加载页面，看看有哪些变化。

role-owner = 所有者
role-owner-text = 所有者可以管理一切：活动、报名，以及组织有哪些成员。
role-organiser = 组织者
role-organiser-text = 组织者撰写并发布活动，处理报名。
role-door-staff = 入场工作人员
role-door-staff-text = 入场工作人员可以看到姓名，并登记谁已到场。
role-viewer = 查看者
role-viewer-text = 查看者只能查看，不能更改任何内容。
role-in-event = { $role }，仅限“{ $event }”

invitation-title = 您受邀加入
invitation-text = 邀请您担任的角色：{ $role }。此邀请发给 { $email }。
invitation-accept = 接受邀请

members-invited = 已邀请
members-invited-until = 有效期至{ $day }
members-invitation-sent = 邀请正在发送。
members-role-of = { $email } 的角色
members-change = 更改
members-remove = 移除
members-leave = 退出组织
members-remove-text = 角色会立即终止。以后随时可以再次邀请。
members-withdraw = 撤回
members-invite = 邀请成员
members-invite-text = 对方会收到一封带有链接的邮件。链接一周内有效，只能使用一次。
members-email = 电子邮箱
members-role = 角色
members-invite-button = 发送邀请

account-title = 您的账号
account-email = 您已登录，邮箱为 { $email }。
account-sign-out = 退出登录
account-browsers = 已登录的浏览器
account-browsers-text = 浏览器一天没有访问就会退出登录；无论如何，两周后都会退出。其中有不是您的浏览器吗？请让它退出登录。
account-this = 当前浏览器
account-seen = 上次访问：{ $time }
account-end = 让它退出登录
account-unknown-browser = 浏览器
instant = { $day } { $time }（UTC）

invalid-link-over = 这个链接或验证码已经用过、已过期，或已被更新的取代。请重新获取。
invalid-other-browser = 这个链接是在另一个浏览器中获取的。请在那里打开，或在这里重新获取。
invalid-wrong-code = 这不是邮件里的验证码。请再核对一次。
invalid-unknown-choice = 请从列表中选择一项。
invalid-already-member = 此人已是这个组织的成员。
invalid-last-owner = 组织必须有一位所有者。请先让另一位成员成为所有者。
invalid-other-address = 此邀请对应的邮箱与您登录所用的邮箱不同。请退出登录，然后重新打开邀请。
