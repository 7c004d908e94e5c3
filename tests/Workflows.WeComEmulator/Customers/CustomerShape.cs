using Workflows.WeComEmulator.Corp;

namespace Workflows.WeComEmulator.Customers;

/// <summary>Customers and relations in the platform's words.</summary>
internal static class CustomerShape
{
    public static object Contact(Customer customer) =>
        new
        {
            external_userid = customer.ExternalUserId,
            name = customer.Name,
            avatar = $"http://wx.qlogo.cn/mmhead/{customer.ExternalUserId}/0",
            type = 1,
            gender = customer.Gender,
            unionid = customer.UnionId.Length > 0 ? customer.UnionId : null,
        };

    /// <summary>A relation as <c>get</c> shows it, with the tags' names.</summary>
    public static object Follower(Company company, Relation relation) =>
        new
        {
            userid = relation.UserId,
            remark = relation.Remark,
            description = relation.Description,
            createtime = relation.Since.ToUnixTimeSeconds(),
            tags = relation
                .Tags.Select(company.Tags.Find)
                .OfType<Tags.Tag>()
                .Select(tag => new
                {
                    group_name = tag.Group.Name,
                    tag_name = tag.Name,
                    tag_id = tag.Id,
                    type = 1,
                }),
            remark_corp_name = relation.RemarkCompany,
            remark_mobiles = relation.RemarkMobiles,
            state = relation.State,
            oper_userid = relation.OperUserId,
            add_way = relation.AddWay,
        };

    /// <summary>A relation as <c>batch/get_by_user</c> shows it, with the tags' ids only.</summary>
    public static object Following(Relation relation) =>
        new
        {
            userid = relation.UserId,
            remark = relation.Remark,
            description = relation.Description,
            createtime = relation.Since.ToUnixTimeSeconds(),
            tag_id = relation.Tags,
            remark_corp_name = relation.RemarkCompany,
            remark_mobiles = relation.RemarkMobiles,
            state = relation.State,
            oper_userid = relation.OperUserId,
            add_way = relation.AddWay,
        };
}
