namespace Workflows.Marketing.Contacts;

/// <summary>The members of a contact that rules ask about and customer files fill.</summary>
public static class ContactFields
{
    /// <summary>How many orders were paid.</summary>
    public static ContactField PaidOrderCount { get; } =
        new(nameof(Contact.PaidOrderCount), "paid orders", "已付订单数", "付款订单数", "订单数", "下单次数", "orders");

    /// <summary>When the latest order was paid.</summary>
    public static ContactField LastPaidAt { get; } =
        new(nameof(Contact.LastPaidAt), "last paid at", "最近付款时间", "最后付款时间", "最近下单时间", "lastorderat");

    /// <summary>When the contact was first heard of.</summary>
    public static ContactField JoinedAt { get; } =
        new(nameof(Contact.JoinedAt), "joined at", "加入时间", "添加时间", "入会时间", "注册时间");

    /// <summary>The sum of all paid orders.</summary>
    public static ContactField PaidAmount { get; } =
        new(nameof(Contact.PaidAmount), "paid amount", "已付金额", "累计消费", "消费金额", "amount");

    /// <summary>The tags.</summary>
    public static ContactField Tags { get; } = new(nameof(Contact.Tags), "tags", "标签");

    /// <summary>The id.</summary>
    public static ContactField Id { get; } =
        new(nameof(Contact.Id), "id", "客户编号", "客户id", "customerid", "contactid");

    /// <summary>The attributes, by name.</summary>
    public static ContactField Attributes { get; } = new(nameof(Contact.Attributes), "attributes", "属性");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<ContactField> All { get; } =
    [PaidOrderCount, LastPaidAt, JoinedAt, PaidAmount, Tags, Id, Attributes];
}
