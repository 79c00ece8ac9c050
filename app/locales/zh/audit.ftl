# The record: who did what.
audit-lead = 这里的每一项操作，由谁在何时完成。任何人都不能更改或删除。
audit-search = 搜索操作记录
audit-none = 还没有任何操作，或没有符合条件的操作。
audit-participant = 参加者
audit-operator = 本站运营方
act-register = 报名
act-give-back = 让出名额
act-invite = 邀请
act-join = 加入组织
act-withdraw = 撤回邀请
act-change-role = 更改角色
act-remove = 移除角色
act-add = 添加了组织
