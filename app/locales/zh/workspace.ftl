# The organisers' pages: where one is, what there is, how full it is.
workspace-home = 活动管理
workspace-account = 您的账号
workspace-events = 活动
workspace-members = 成员
workspace-audit = 操作记录
workspace-overview = 概览
workspace-edit = 编辑
workspace-registrations = 参加者
workspace-trail-label = 您所在的位置
workspace-tabs-label = 栏目
workspace-none-title = 您还没有加入任何组织
workspace-none-text = 请让您所在组织的所有者用这个邮箱邀请您。
workspace-drafts-count =
    { $count ->
       *[other] { $count } 份草稿
    }
workspace-undelivered =
    { $count ->
       *[other] { $count } 封邮件未能送达
    }
workspace-nothing-soon = 目前还没有活动预告。
workspace-all-events = 查看全部活动
workspace-which-label = 活动范围
workspace-upcoming = 即将举行
workspace-upcoming-none = 目前还没有活动预告。
workspace-drafts = 草稿
workspace-drafts-none = 没有草稿。
workspace-past = 已结束
workspace-past-none = 还没有已结束的活动。
workspace-no-date = 日期尚未确定
workspace-dates =
    { $count ->
       *[other] 共 { $count } 场
    }
workspace-taken = 已报 { $taken } 个名额，共 { $capacity } 个
workspace-taken-of-any = 已报 { $taken } 个名额
status-draft = 草稿
status-published = 已发布
status-postponed = 已延期
status-cancelled = 已取消
overview-public = 查看公开页面
overview-tickets = 各参加身份的名额
menu-organise = 主办方入口
numbers-title = 报名进展
numbers-chart = 每天有名额的人数，{ $from }至{ $until }。最后：{ $coming } 人。
numbers-table = 具体数字
numbers-day = 日期
numbers-registered = 报名
numbers-given-back = 让出
numbers-coming = 会参加
numbers-languages = 参加者的语言
