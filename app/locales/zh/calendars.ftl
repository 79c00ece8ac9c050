calendar-all-name = Concord：全部活动
calendar-cancelled-title = 已取消：{ $title }
calendar-title = 加入您的日历
calendar-download = 下载一次
calendar-follow = 在我的日历中关注
calendar-address = 订阅地址
calendar-note = 关注之后，时间或地点一有变动，就会自动更新到您的日历。谷歌日历每天只检查一两次更新。
follow-all = 在您的日历中关注全部活动
