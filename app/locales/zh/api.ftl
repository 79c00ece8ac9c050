# HTTP 接口。
api-key = 此请求需要 Idempotency-Key 标头：16 至 255 个无法猜到的 ASCII 字符，例如随机 UUID。
api-key-reused = 此 Idempotency-Key 先前用于另一请求。新的请求请用新的键。
api-key-in-use = 使用此 Idempotency-Key 的第一个请求仍在处理中。请稍后再发送。
api-not-json = 请发送 JSON，并注明 Content-Type: application/json。
api-unreadable = 这不是可读的 JSON。
api-parameter = 无法读取地址中的此参数。
api-wrong-type = 此处的类型不正确。
api-unknown-member = 此处没有这个名称的成员。
api-method = 此地址不支持此方法。
mail-renamed-subject = 您的报名中有姓名变动：{ $event }
mail-renamed-opening = 您在“{ $event }”的报名中有一个姓名已更改。参加者列在下方，与您现在的门票一致。如果不是您本人所为，请联系主办方。
act-rename = 更改姓名
mail-kind-renamed = 姓名已更改
