# Numbers to look at, files to take away, and what needs a look today.
workspace-numbers = 数据
attendance-export-sheet = 下载名单（Excel 表格）
act-export-record = 下载操作记录

audit-who = 操作者
audit-anyone = 所有人
audit-what = 操作
audit-anything = 所有操作
audit-from = 从
audit-until = 到
audit-count =
    { $count ->
       *[other] { $count } 项操作
    }
audit-export = 下载操作记录（CSV 文件）
audit-chain-title = 记录是否完整？
audit-chain-text = 每项操作都带有它自身和前一项操作的校验值。如果有人在数据库中更改、删除或添加操作，校验值就不再吻合，本页会指出位置。为了以后能够证明，请保存一份记录的副本。
audit-chain-whole =
    { $count ->
       *[other] 记录完整：共 { $count } 项操作，每一项都与写入时相同。
    }
audit-chain-broken = 记录不完整。第 { $number } 项操作已被更改或缺失。请告知本站运营方，并保存您手中的资料。
audit-back = 返回操作记录
audit-number = 编号
audit-when = 时间
audit-code = 代码
audit-kind = 对象类型
audit-object = 对象
audit-detail = 详情
audit-hash = 校验值

numbers-link = 报名与到场数据
numbers-none = 还没有人报名。有人报名后，数据会显示在这里。
numbers-places = 横线表示名额总数：{ $places }。接近时才会画出。
numbers-given-back-title = 让出的名额
numbers-given-back-chart = 每天让出的名额。合计：{ $count }。
numbers-who = 谁会参加
numbers-tickets = 参加身份
numbers-arrivals = 到场情况
numbers-arrivals-chart = 每一刻钟到场的人数，{ $from }至{ $until }。
numbers-here-of = 人已到场，共 { $expected } 人有名额
numbers-again = 刷新
numbers-live = 数字会自动更新。
numbers-quarter = 起始时刻（每一刻钟）
numbers-expected = 预计
numbers-came = 到场
numbers-missing = 未到
numbers-share = 比例
numbers-percent = { $share }%
numbers-came-title = 谁到场了
numbers-came-of = { $expected } 人中有 { $came } 人到场，{ $missing } 人未到。
numbers-door-not-kept = 入口处没有登记任何人，因此不知道谁到场了。
numbers-not-known = 未知
numbers-dates = 各日期对比
numbers-dates-chart = 每个日期有名额的人数，从第一个日期开始。
numbers-capacity = 名额

today-attention = 需要关注
today-calm = 今天没有需要关注的事项。
today-next = 接下来
today-first-title = 您的第一个活动
today-first-text = 填写标题、日期和地点，然后发布。发布之前没有人能看到。
today-late =
    { $count ->
       *[other] { $count } 封邮件已延误，仍在等待发送
    }
today-more =
    { $count ->
       *[other] 还有 { $count } 项
    }
today-not-announced = 即将开始，但尚未发布
today-full = 名额已满
today-nearly-full = 名额将满：{ $capacity } 个名额中已有 { $taken } 个被占用
today-untranslated =
    { $count ->
       *[other] 缺少贵组织使用的 { $count } 种语言
    }
