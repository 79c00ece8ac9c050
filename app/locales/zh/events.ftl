home-title = 近期活动
home-lead = 体育、音乐和文娱，让不同的群体走到一起。找一项您附近的活动，不到一分钟就能完成报名。
home-next = 即将举行
home-nothing = 目前还没有活动预告，请过些时候再来看看。
home-all = 查看全部活动
home-categories = 您想参加什么？

category-sports = 体育
category-music = 音乐
category-entertainment = 文娱

list-title = 活动
list-count =
    { $count ->
        [0] 没有活动
       *[other] { $count } 项活动
    }
list-nothing = 没有符合条件的活动。请减少关键词，或换一个类别、换个日期试试。
filters = 筛选
filter-category = 类别
filter-all = 全部
filter-from = 开始日期
filter-to = 结束日期
filter-show = 查看活动
pages-label = 页码
pages-earlier = 更早
pages-later = 更晚
pages-number = 第 { $page } 页，共 { $pages } 页
all-day = 全天
further-dates =
    { $count ->
       *[other] 另有 { $count } 场
    }

when-hours = { $day } { $starts }–{ $ends }
when-days = { $first }至{ $last }
when-days-hours = { $first } { $starts } 至 { $last } { $ends }
when-zone = { $zone }（{ $offset }）
when-start = { $day } { $time }

places-left =
    { $count ->
       *[other] 还剩 { $count } 个名额
    }
places-last =
    { $count ->
       *[other] 最后 { $count } 个名额
    }
places-full = 名额已满
places-past = 报名已截止
places-cancelled = 已取消
places-postponed = 已延期

held-by = 主办方：
fact-when = 时间
fact-where = 地点
fact-language = 使用语言
fact-places = 名额
fact-free = 免费参加，开始之前都可以报名。
map = 地图
website = 前往主办方网站了解更多
description-label = 活动介绍
dates-title = 选择日期
tickets-title = 参加方式

ticket-participant = 参与者
ticket-participant-note = 您参与全部内容。
ticket-player = 选手
ticket-player-note = 您上场参加，独自或组队均可。
ticket-performer = 表演者
ticket-performer-note = 您登台表演。
ticket-spectator = 观众
ticket-spectator-note = 您到场观看和聆听。
ticket-volunteer = 志愿者
ticket-volunteer-note = 您帮忙把活动办好。
ticket-media = 媒体
ticket-media-note = 您报道这项活动。

notice-cancelled = 本活动已取消。
notice-date-cancelled = 这一场已取消。
notice-postponed = 本活动已延期，新的日期尚未确定。
notice-past = 这一场已经开始或结束，不能再报名了。
notice-full = 名额已满。如果有人让出名额，您可以在这里重新报名。
notice-others = 查看其他活动

organisation-write = 写信给主办方
organisation-events = 主办的活动
kind-governmental = 政府机构
kind-intergovernmental = 政府间组织
kind-civil-society = 民间社会组织
kind-religious = 宗教团体
kind-youth = 青年团体
kind-women = 妇女团体
kind-grassroots = 基层组织
kind-media = 媒体
kind-academic = 学校或大学
kind-private = 企业

spoken-ar = 阿拉伯语
spoken-zh = 中文
spoken-en = 英语
spoken-fr = 法语
spoken-ru = 俄语
spoken-es = 西班牙语
