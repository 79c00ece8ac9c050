# States of registrations: waiting, offers, the word of an organiser, the address.
places-waitlist = 已满，可候补
places-some = 有空位
notice-waitlist = 名额已满或已有人在等候。请加入候补名单，或看看其他活动。
wait-title = 加入候补名单
wait-button = 加入候补
wait-note = 你们一起候补：一旦有足够所有人的名额，我们会发邮件通知您。
wait-legend = 如需候补
wait-partly = 我们中一部分人可以先来。名额按名单顺序给前面的人，其余的人不再候补。
wait-also = 以下日期也可以：
confirms-address-note =
    { $count ->
       *[other] 我们会给您发送一个链接。名额为您保留 { $count } 分钟，请打开链接确认您的邮箱。
    }
confirms-approval-note = 由主办方决定谁能参加。在此之前名额为您保留，结果会发邮件通知您。
manage-pending-email-title = 请确认您的邮箱
manage-pending-email-text = 我们已向 { $email } 发送链接。请打开并点击按钮：名额为您保留至 { $moment }。
manage-pending-approval-title = 您的报名正在等待主办方确认
manage-pending-approval-text = 在主办方决定之前，名额为您保留。结果会发送到 { $email }。
manage-waitlisted-title = 您已在候补名单上
manage-waitlisted-text = 一有名额，我们会发邮件到 { $email }。在此之前您无需做任何事。
manage-offered-title = 有名额了
manage-offered-text = 名额为您保留至 { $moment }，之后将给下一位。
manage-offered-by-mail-text = 名额为您保留至 { $moment }。请通过发送到 { $email } 的邮件中的链接接受。
manage-declined-title = 主办方未能接受
manage-declined-text = 这次他们未能接受您的报名。
manage-expired-title = 时间已过
manage-expired-text = 您的名额现已开放给他人。如有空位或候补名单，您可以重新报名。
confirm-address = 确认我的邮箱
offer-accept = 接受名额
queue-title = 您的候补顺序
queue-position = 候补第 { $position } 位
queue-partly = 部分人的名额也会提供。
queue-rule-title = 名额如何分配
queue-rule-order = 按先后顺序：空出的名额提供给排在最前、且足够全组的人。
queue-rule-fair = 因名额不足以容纳全组而被越过 { $count } 次的，不再被越过：空出的名额会为其保留，直到足够为止。
queue-rule-offer =
    { $count ->
       *[other] 名额保留 { $count } 小时，或至活动开始为止，之后询问下一位。
    }
leave-title = 不想参加了？
leave = 退出
leave-text = 您的报名将结束，名额给其他人。我们会发邮件确认。
leave-button = 确认退出
place-pending-email = 邮箱未确认
place-pending-approval = 等待您确认
place-waitlisted = 候补中
place-offered = 已提供名额
place-declined = 已拒绝
place-expired = 已过期
attendance-has-no-place = { $name } 尚无名额，不在预期名单上。
decision-until = 自动结束时间：
decision-approve = 批准
decision-decline = 拒绝
decision-decline-button = 拒绝并通知对方
decision-reason = 原因
decision-reason-hint = 对方会在邮件中看到。可以留空。
registration-approved = 已批准。门票将通过邮件发送。
registration-declined = 已拒绝。对方会收到邮件，名额已释放。
today-approvals =
    { $count ->
       *[other] { $count } 份报名等待您确认
    }
editor-choices = 谁能获得名额
editor-choices-text = 按旧规则开始的照旧进行：有名额的保留，候补的继续候补。
editor-confirms = 参加者获得名额
confirms-at-once = 立即
confirms-address = 通过邮件链接确认邮箱之后
confirms-approval = 经您批准之后
editor-hold-minutes = 确认邮箱前名额保留
editor-people = 每份报名最多人数
editor-waitlist = 名额已满时可以候补
editor-waitlist-text = 按顺序询问，家庭和团队整体处理。被越过三次的不再越过。只要有人候补，后来者排在其后。
editor-offer-hours = 提供的名额保留
editor-hides-places = 不显示剩余名额数
choice-minutes =
    { $count ->
       *[other] { $count } 分钟
    }
choice-hours =
    { $count ->
       *[other] { $count } 小时
    }
history-confirms = 获得名额的方式
history-hold-minutes = 确认邮箱的分钟数
history-waitlist = 候补名单
history-offer-hours = 名额保留小时数
history-people = 每份报名人数
history-hides-places = 隐藏剩余名额数
act-wait = 加入候补
act-confirm-address = 确认邮箱
act-approve = 批准
act-decline = 拒绝
act-offer = 提供名额
act-accept = 接受名额
act-expire = 时间已过
act-write-choices = 修改名额规则
invalid-too-many-people = 此活动每份报名人数较少，请减少人数。
invalid-state-changed = 此报名已发生变化，请查看当前状态。
mail-kind-confirm-address = 邮箱确认链接
mail-confirm-address-subject = 请确认您的邮箱：{ $event }
mail-confirm-address-opening = { $event } 的名额已为您保留。请确认邮箱，名额即归您所有。
mail-kind-pending-approval = 等待主办方
mail-pending-approval-subject = 您的报名等待主办方确认：{ $event }
mail-pending-approval-opening = 您申请了 { $event } 的名额。在主办方决定之前为您保留，届时我们会通知您。
mail-kind-declined = 拒绝
mail-declined-subject = 这次未能接受：{ $event }
mail-declined-opening = { $event } 的主办方未能接受您的报名，我们深表歉意。
mail-kind-waitlisted = 候补
mail-waitlisted-subject = 您已在候补名单上：{ $event }
mail-waitlisted-opening = 您正在候补 { $event } 的名额。一有名额我们会通知您，在此之前无需做任何事。
mail-kind-offered = 提供名额
mail-offered-subject = 有名额了：{ $event }
mail-offered-opening = { $event } 有名额空出，暂时为您保留。请告知您是否参加。
mail-kind-offer-expired = 名额过期
mail-offer-expired-subject = 名额已给他人：{ $event }
mail-offer-expired-opening = 我们未及时收到您的回复，{ $event } 的名额已提供给下一位。您可以重新报名。
mail-kind-wait-over = 无名额空出
mail-wait-over-subject = 未有名额空出：{ $event }
mail-wait-over-opening = { $event } 已开始，未能为您空出名额。我们深表歉意，期待下次见到您。
mail-kind-withdrawn = 报名结束
mail-withdrawn-subject = 您的报名已结束：{ $event }
mail-withdrawn-opening = 您不再申请 { $event } 的名额。感谢您告知我们。
mail-kind-reduced = 人数减少
mail-reduced-subject = 您的报名有变：{ $event }（人数减少）
mail-reduced-opening = 您现在申请的 { $event } 名额减少。以下是仍在申请的人。
mail-for-whom = 申请人
mail-held-until = 为您保留至
mail-offer-until = 请在此之前接受
mail-position = 您的候补顺序
mail-declined-reason = 他们的说明
mail-confirm-address = 确认我的邮箱
mail-confirm-address-note = 链接会打开带按钮的页面，请在那里点击。请勿将链接告诉他人。
mail-confirm-address-reason = 您收到此邮件是因为有人用您的邮箱报名。如果不是您，请忽略：名额很快会释放。
mail-offer = 接受或退出
mail-offer-note = 链接会打开页面，您可以选择接受或退出。请勿将链接告诉他人。
mail-event-changed-waiting = 您申请名额的 { $event } 有变动，当前情况如下。
mail-event-postponed-waiting = 您申请名额的 { $event } 已延期，新日期尚未确定。
