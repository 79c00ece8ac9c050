# 机器大量涌入时。
register-code = 邮件中的验证码
invalid-quick = 这比任何人打字都快。没有任何更改：请再按一次按钮。
invalid-code-mailed = 此活动正收到大量表单。我们已向您的地址发送验证码：请在下方输入，然后再按一次按钮。
invalid-code-over = 此验证码已失效，或输错次数过多。请将其删除，再按按钮获取新的验证码。
api-proof = 机器正大量涌向此活动。请完成验证，并连同证明重新发送相同的请求。
mail-code-subject = 您的报名验证码
mail-code-opening = 这是报名用的验证码。请在您填写表单的地方输入，半小时内有效：
mail-code-action = 我们如何处理您提供的信息
mail-code-reason = 您收到此邮件，是因为有人用您的地址填写了表单。如果不是您本人，无需理会：没有验证码，任何人都不会被登记。
