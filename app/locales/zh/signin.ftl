# 再次确认身份、验证码应用、更换邮箱、通过身份提供方登录。
confirm-title = 请确认是您本人
confirm-text = 接下来的操作会更改权限，或导出数据。距您上次确认身份已超过十分钟。
confirm-passkey = 使用通行密钥确认
confirm-no-passkey = 这台设备上没有通行密钥？请重新登录。
confirm-button = 继续
confirm-mail = 把验证码发到我的邮箱
confirm-mail-again = 再发一个验证码
confirm-done-title = 谢谢，身份已确认
confirm-done-text = 您的文件已准备好。
confirm-file = 下载文件

second-step-title = 还需要一个验证码
second-step-text = 您的账户由验证码应用保护。请打开应用，输入其中的验证码。
second-step-other = 重新开始

authenticator-title = 验证码应用
authenticator-text = 可代替通行密钥：手机上的应用每半分钟生成一个新的验证码。启用之后，通过邮件登录也需要输入它。
authenticator-there = 已设置。
authenticator-make = 设置应用
authenticator-replace = 设置另一个应用
authenticator-forget = 移除应用
authenticator-scan = 打开应用，扫描这张图片。
authenticator-qr = 包含应用密钥的二维码
authenticator-open = 应用就在这台设备上？请打开它。
authenticator-secret = 如果应用无法扫描，请在应用中输入：
authenticator-first-code = 应用现在显示的验证码
authenticator-keep = 使用这个应用
authenticator-code = 应用中的验证码
authenticator-code-hint = 六位数字。如果应用丢失，请输入一个恢复码。

recovery-title = 您的恢复码
recovery-text = 请抄写或打印下来，与手机分开保存。每个恢复码可以代替应用使用一次。它们只在这里显示这一次。
recovery-left = 剩余恢复码：{ $number }
recovery-renew = 生成新的恢复码
recovery-done = 我已保存

address-title = 更换邮箱
address-name-title = 新邮箱
address-again-title = 没有收到邮件，或想换另一个邮箱？
address-text = 我们会向两个邮箱各发一个验证码。输入两个验证码后，邮箱即更换，其他浏览器都会退出登录。
address-new = 新的电子邮箱
address-ask = 发送两个验证码
address-sent = 一个验证码已发往 { $old }，另一个已发往 { $new }。十分钟内在这个浏览器中有效。
address-old-code = 旧邮箱收到的验证码
address-new-code = 新邮箱收到的验证码
address-change = 更换邮箱
address-changed = 您的邮箱已更换。

provider-button = 使用 { $name } 登录
provider-stranger-title = 我们还不认识您
provider-stranger-text = 身份验证成功了，但这里没有人使用这个邮箱，也没有发给它的邀请。请让您所在组织的所有者向这个邮箱发出邀请。
provider-unverified-title = 这个邮箱尚未确认
provider-unverified-text = 在您登录的地方，您的邮箱尚未确认。请先在那里确认，然后再试一次，或通过邮件获取链接。
provider-failed-title = 这次没有成功
provider-failed-text = 登录没有完成，或回应来得太晚。请再试一次，或通过邮件获取链接。

invalid-wrong-app-code = 这不是应用中的验证码，或已经用过。请等待下一个。
invalid-too-many-tries = 短时间内次数过多。请等一刻钟再试。
invalid-same-address = 这已经是您的邮箱。

mail-account-action = 查看您的账户
mail-proof-subject = 您的 Concord 验证码
mail-proof-opening = 请在需要的地方输入这个验证码。十分钟内有效，只能使用一次：
mail-proof-reason = 您收到这封邮件，是因为有人以您的邮箱登录，并准备进行重要操作。如果不是您本人，请在您的账户页面让那个浏览器退出登录。
mail-address-old-subject = 您的邮箱即将更换
mail-address-old-opening = 您在 Concord 的账户即将使用另一个邮箱。如果这是您的意愿，请在十分钟内输入这个验证码，以及发往新邮箱的验证码：
mail-address-old-reason = 您收到这封邮件，是因为有人以您的邮箱登录并提出了更换。如果不是您本人，请在您的账户页面让那个浏览器退出登录。
mail-address-new-subject = 这是您的新邮箱吗？
mail-address-new-opening = 这个邮箱即将成为 Concord 一个账户的新邮箱。如果这是您的意愿，请在十分钟内输入这个验证码，以及发往旧邮箱的验证码：
mail-address-new-reason = 您收到这封邮件，是因为有人填写了您的邮箱。如果不是您本人，无需任何操作：没有验证码，什么都不会发生。
mail-address-changed-subject = 您的邮箱已更换
mail-address-changed-opening = 您在 Concord 的账户已更换邮箱，其他浏览器都已退出登录。这封邮件同时发往旧邮箱和新邮箱：
mail-address-changed-reason = 您收到这封邮件，是为了不让邮箱在您不知情时被更换。如果不是您本人，请立即联系您所在组织的所有者。
