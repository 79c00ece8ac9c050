register = 报名
register-title = 报名
contact-name = 您的姓名
contact-email = 您的电子邮箱
contact-email-hint = 我们会把入场券发到这个邮箱，并附上链接，供您查看入场券或让出名额。不会发送其他内容。
people-title = 谁来参加？
attendee-name = 姓名
attendee-ticket = 参加身份
attendee-add = 添加一位
attendee-remove = 移除
attendee-gone = 名额已让出
person = 第 { $number } 位
person-remove = 移除第 { $number } 位
ticket-option = { $ticket } · { $places }
form-privacy = 只有本活动的主办方能看到您填写的内容。
form-privacy-more = 我们如何对待您提供的信息
form-trap = 此处请留空
form-sending = 请稍候
title-with-mistakes = 有误：{ $title }
mistakes =
    { $number ->
       *[other] 有 { $number } 处需要您留意
    }

invalid-required = 请填写此项。
invalid-too-long = 内容过长。姓名最多 100 个字符，邮箱地址最多 254 个字符。
invalid-control = 这里有看不见的字符。请全部删除后重新输入。
invalid-no-letters = 至少需要一个文字。
invalid-email = 邮箱地址需要有 @ 和域名，例如 name@example.org。
invalid-email-ascii = 邮箱地址中的字母只能是 a 到 z，否则我们无法发送邮件。请换一个地址。
invalid-attendee-count = 一次可为 1 至 10 人报名。如果人数更多，请分次报名。
invalid-unknown-ticket = 请选择一种参加身份。
invalid-ticket-full = 这类名额剩余不足。请换一种身份，或减少人数。
invalid-full = 剩余名额少于您需要的数量。请减少人数，或另选日期。
invalid-past = 这一场已经开始或结束，不能再报名了。
invalid-cancelled = 本活动已取消。
invalid-postponed = 本活动已延期。新的日期确定后即可报名。
invalid-reused = 这份表单先前已提交过，内容与这次不同。如要为更多人报名，请重新加载页面。
invalid-too-often = 过去一小时内，这个邮箱的报名次数过多。请稍后再试。
invalid-unreadable = 表单在传送过程中有损坏。请重新加载页面。
invalid-busy = 我们没能及时处理，也没有任何内容被改动。请再试一次。

manage-title = 您的报名
manage-text = 这是您的入场券。入场时请出示二维码，用手机或打印在纸上都可以。
manage-new-title = 报名成功
manage-new-text = 入场券正在发往 { $email }。入场时请出示这个二维码，用手机或打印在纸上都可以。
manage-given-back-text = 名额已经空出，可以留给别人了。确认邮件已发送至 { $email }。
manage-cancelled-title = 您已让出全部名额
manage-cancelled-text = 谢谢您告诉我们，这样别人就可以来了。确认邮件已发送至 { $email }。
ticket-label = 入场券
ticket-qr-label = 入场二维码
ticket-reference = 报名编号
attendees-title = 参加者
give-back-one = 让出这个名额
give-back-one-text = { $name } 将不再参加，名额会立即留给别人。如果您改变主意，请重新报名。
give-back-one-button = 让出名额
give-back-all-title = 您无法前来了吗？
give-back-all-intro = 让出名额，就能把机会留给别人。
give-back-all = 让出全部名额
give-back-all-text =
    { $count ->
        [1] 这个名额会立即留给别人。我们会发邮件确认。
       *[other] 全部 { $count } 个名额会立即留给别人。我们会发邮件确认。
    }
give-back-all-button = 全部让出
register-again = 重新报名
