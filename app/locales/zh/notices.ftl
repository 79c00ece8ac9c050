# 活动有变时，告诉已报名者的内容。
editor-telling =
    { $count ->
       *[other] 涉及 { $count } 份报名。如果时间、地点或状态有变，首次保存十分钟后，每份报名会收到一封邮件。
    }
editor-telling-not = 不通知他们
mail-kind-event-changed = 活动变动通知
mail-event-changed-subject = 有变动：{ $event }
mail-event-changed-opening = “{ $event }”有变动，以下是目前的安排，您的名额保持不变。
mail-event-postponed-subject = 已延期：{ $event }
mail-event-postponed-opening = “{ $event }”已延期，新的日期尚未确定，确定后会写信告诉您。您的名额保持不变。
mail-event-cancelled-subject = 已取消：{ $event }
mail-event-cancelled-opening = “{ $event }”这一场不再举行，我们深表歉意。您无须做任何事。
mail-when-before = 原定时间
mail-where-before = 原定地点
