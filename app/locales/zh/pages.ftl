# 公众阅读的页面，由其作者撰写。
workspace-page = 我们的页面
editor-preview = 查看预览
editor-picture = 图片
editor-organisation-facts = 你们是谁，在哪里能找到你们
editor-logo = 标志

writing-marks-label = 设置文字格式
writing-bold = 粗体
writing-italic = 斜体
writing-heading = 标题
writing-list = 列表
writing-numbers = 编号列表
writing-link = 链接
writing-shown = 显示效果如下

picture-file = 文件
picture-file-hint = PNG、JPEG 或 WebP，不超过 10 MB。拍摄地点以及文件透露的其他信息都会被去除。
picture-alt = 为看不到图片的人写明图中内容：{ $of }
picture-focus-x = 重点位置，从左到右
picture-focus-x-hint = 百分比：0 为左边缘，50 为中间。
picture-focus-y = 重点位置，从上到下
picture-focus-y-hint = 百分比：0 为上边缘，50 为中间。
picture-remove = 移除
editor-picture-text = 它会在页面和列表中代替图案。请只展示已经同意的人。
editor-picture-now = 当前的图片
editor-picture-unseen = 在以下语言中尚未显示：{ $languages }。请在那里写明图中内容。
editor-picture-remove-text = 图片会被删除，图案会重新出现。
history-picture = 图片
history-alt = 图中内容
history-focus = 图片的重点位置

preview-note = 读者看到的就是这样。报名表和日历链接只出现在公开页面上。
preview-no-date = 还没有日期，所以没有可看的内容。请先添加日期。
preview-back = 返回活动
preview-title = 预览：{ $title }
preview-language-label = 读者的语言
preview-label = 预览

organisation-name = 名称
organisation-name-hint = 不超过 120 个字符。
organisation-summary = 简介
organisation-summary-hint = 一两句话，不超过 300 个字符。
organisation-description = 你们做什么
organisation-description-hint = 空一行即另起一段。可以写 **粗体**、*斜体*、# 标题、- 列表和 [文字](https://example.org)。
organisation-kind = 组织类型
organisation-email = 电子邮箱
organisation-email-hint = 所有人都能看到并写信到这里。
organisation-links = 链接
organisation-links-text = 你们自己的页面，都以 https:// 开头。不需要的可以留空。
organisation-link = 链接 { $of }
organisation-logo-text = 它位于页面顶部。透明的部分保持透明。
organisation-logo-remove-text = 标志会被删除，由图案代替。

act-write-picture = 更改了图片：
act-remove-picture = 移除了图片：
act-write-organisation = 更改了组织的资料
act-write-organisation-text = 写了组织的文字
act-remove-organisation-text = 移除了组织的文字
act-write-logo = 更改了组织的标志
act-remove-logo = 移除了组织的标志

invalid-last-language = 这是唯一的语言，必须保留。
invalid-picture-kind = 这不是 PNG、JPEG 或 WebP 图片。请选择其他文件。
invalid-picture-broken = 这张图片已损坏或不完整。请选择其他文件。
invalid-picture-large = 这个文件超过 10 MB。请缩小它，或选择其他文件。
invalid-picture-pixels = 这张图片超过 4000 万像素。请缩小它，或选择其他图片。
invalid-picture-moves = 这张图片会动。请选择静止的图片。
invalid-picture-quota = 你们的组织已有 200 张图片，达到上限。请先移除一张。
invalid-percent = 这里需要 0 到 100 的整数。
