using System.Text.Json;
using System.Text.Json.Nodes;
using Workflows.Marketing.Channels.WeCom.Acquisition;
using Workflows.Marketing.Channels.WeCom.Calls;
using Workflows.Marketing.Channels.WeCom.ContactWays;
using Workflows.Marketing.Channels.WeCom.Customers;
using Workflows.Marketing.Channels.WeCom.Groups;
using Workflows.Marketing.Channels.WeCom.MassMessages;
using Workflows.Marketing.Channels.WeCom.Moments;
using Workflows.Marketing.Channels.WeCom.Tags;
using Workflows.Marketing.Channels.WeCom.Transfers;
using Workflows.Marketing.Channels.WeCom.Welcome;

namespace Workflows.Marketing.Tests.Channels.WeCom;

/// <summary>Our types against WeCom's own samples: every field we know has its name and place, letter by letter.</summary>
public sealed class OfficialSampleTests
{
    private const string Root = "/cgi-bin/externalcontact/";

    // What the product has no use for.
    private static readonly string[] Unread =
    [
        "foreign_key",
        "is_subscribe",
        "subscriber_info",
        "external_profile",
        "wechat_channels",
        "errmsg",
        "location",
        "page_id",
    ];

    public static TheoryData<string, Type> Requests =>
        new()
        {
            { "batch/get_by_user", typeof(CustomerCalls.MembersPage) },
            { "remark", typeof(CustomerCalls.Remark) },
            { "mark_tag", typeof(CustomerCalls.TagMark) },
            { "get_corp_tag_list", typeof(TagCalls.TagChoice) },
            { "add_corp_tag", typeof(TagCalls.TagAddition) },
            { "edit_corp_tag", typeof(TagCalls.TagEdit) },
            { "del_corp_tag", typeof(TagCalls.TagChoice) },
            { "get_user_behavior_data", typeof(CustomerCalls.BehaviorQuestion) },
            { "add_contact_way", typeof(ContactWayCalls.ContactWay) },
            { "list_contact_way", typeof(ContactWayCalls.WayQuestion) },
            { "update_contact_way", typeof(ContactWayCalls.ContactWay) },
            { "groupchat/list", typeof(GroupCalls.GroupQuestion) },
            { "groupchat/statistic", typeof(GroupCalls.StatisticQuestion) },
            { "groupchat/statistic_group_by_day", typeof(GroupCalls.StatisticQuestion) },
            { "groupchat/add_join_way", typeof(JoinWayCalls.JoinWay) },
            { "groupchat/update_join_way", typeof(JoinWayCalls.JoinWay) },
            { "groupchat/transfer", typeof(TransferCalls.GroupMove) },
            { "groupchat/onjob_transfer", typeof(TransferCalls.GroupMove) },
            { "add_msg_template", typeof(MassMessageCalls.MassMessage) },
            { "get_groupmsg_list_v2", typeof(MassMessageCalls.TaskQuestion) },
            { "send_welcome_msg", typeof(WelcomeCalls.Welcome) },
            { "group_welcome_template/add", typeof(WelcomeCalls.Template) },
            { "group_welcome_template/edit", typeof(WelcomeCalls.Template) },
            { "add_moment_task", typeof(MomentCalls.Moment) },
            { "get_moment_list", typeof(MomentCalls.MomentQuestion) },
            { "get_moment_customer_list", typeof(MomentCalls.MomentPart) },
            { "get_moment_send_result", typeof(MomentCalls.MomentPart) },
            { "transfer_customer", typeof(TransferCalls.CustomerMove) },
            { "transfer_result", typeof(TransferCalls.TransferQuestion) },
            { "resigned/transfer_customer", typeof(TransferCalls.CustomerMove) },
            { "resigned/transfer_result", typeof(TransferCalls.TransferQuestion) },
            { "customer_acquisition/create_link", typeof(AcquisitionCalls.LinkChange) },
        };

    public static TheoryData<string, Type> Answers =>
        new()
        {
            { "get_follow_user_list", typeof(CustomerCalls.FollowUsers) },
            { "list", typeof(CustomerCalls.CustomerIds) },
            { "get", typeof(CustomerCalls.Customer) },
            { "batch/get_by_user", typeof(CustomerCalls.CustomerPage) },
            { "get_corp_tag_list", typeof(TagCalls.TagGroups) },
            { "add_corp_tag", typeof(TagCalls.AddedTags) },
            { "get_user_behavior_data", typeof(CustomerCalls.BehaviorDays) },
            { "unionid_to_external_userid", typeof(CustomerCalls.CustomerId) },
            { "convert_to_openid", typeof(CustomerCalls.OpenId) },
            { "batch_to_external_userid", typeof(CustomerCalls.FoundMobiles) },
            { "opengid_to_chatid", typeof(GroupCalls.FoundChat) },
            { "add_contact_way", typeof(ContactWayCalls.AddedWay) },
            { "get_contact_way", typeof(ContactWayCalls.FoundWay) },
            { "list_contact_way", typeof(ContactWayCalls.WayPage) },
            { "groupchat/list", typeof(GroupCalls.GroupPage) },
            { "groupchat/get", typeof(GroupCalls.FoundGroup) },
            { "groupchat/statistic", typeof(GroupCalls.OwnerFigures) },
            { "groupchat/statistic_group_by_day", typeof(GroupCalls.DayFigures) },
            { "groupchat/add_join_way", typeof(JoinWayCalls.AddedWay) },
            { "groupchat/get_join_way", typeof(JoinWayCalls.FoundWay) },
            { "groupchat/transfer", typeof(TransferCalls.MovedGroups) },
            { "groupchat/onjob_transfer", typeof(TransferCalls.MovedGroups) },
            { "add_msg_template", typeof(MassMessageCalls.MadeTask) },
            { "get_groupmsg_list_v2", typeof(MassMessageCalls.TaskPage) },
            { "get_groupmsg_task", typeof(MassMessageCalls.MemberPage) },
            { "get_groupmsg_send_result", typeof(MassMessageCalls.ResultPage) },
            { "group_welcome_template/add", typeof(WelcomeCalls.MadeTemplate) },
            { "group_welcome_template/get", typeof(WelcomeCalls.FoundTemplate) },
            { "add_moment_task", typeof(MomentCalls.StartedJob) },
            { "get_moment_task_result", typeof(MomentCalls.JobResult) },
            { "get_moment_task", typeof(MomentCalls.MemberPage) },
            { "get_moment_list", typeof(MomentCalls.MomentPage) },
            { "get_moment_customer_list", typeof(MomentCalls.CustomerPage) },
            { "get_moment_send_result", typeof(MomentCalls.CustomerPage) },
            { "get_moment_comments", typeof(MomentCalls.Reactions) },
            { "transfer_customer", typeof(TransferCalls.StartedTransfers) },
            { "transfer_result", typeof(TransferCalls.TransferPage) },
            { "get_unassigned_list", typeof(TransferCalls.UnassignedPage) },
            { "resigned/transfer_customer", typeof(TransferCalls.StartedTransfers) },
            { "resigned/transfer_result", typeof(TransferCalls.TransferPage) },
            { "customer_acquisition/create_link", typeof(AcquisitionCalls.MadeLink) },
            { "customer_acquisition/list_link", typeof(AcquisitionCalls.LinkPage) },
            { "customer_acquisition/get", typeof(AcquisitionCalls.FoundLink) },
            { "customer_acquisition/customer", typeof(AcquisitionCalls.LinkCustomers) },
            { "customer_acquisition_quota", typeof(AcquisitionCalls.Quota) },
            { "customer_acquisition/statistic", typeof(AcquisitionCalls.LinkFigures) },
            { "customer_acquisition/get_chat_info", typeof(AcquisitionCalls.ChatStart) },
        };

    [Theory, MemberData(nameof(Requests))]
    public void Request_OfficialSample_KeepsEveryField(string api, Type type) =>
        AssertKept(OfficialSamples.All[Root + api].Request!, type);

    [Theory, MemberData(nameof(Answers))]
    public void Answer_OfficialSample_KeepsEveryField(string api, Type type) =>
        AssertKept(OfficialSamples.All[Root + api].Answer!, type);

    [Fact]
    public void Answer_UnknownFieldAndUnknownNumber_AreTolerated()
    {
        const string json = """
            {"errcode":0,"new_field":{"a":[1]},"external_contact":{"external_userid":"wm1","x":1},
             "follow_user":[{"userid":"rocky","add_way":987,"createtime":"1525779812"}]}
            """;

        var customer = JsonSerializer.Deserialize<CustomerCalls.Customer>(json, WeComJson.Options)!;

        Assert.Equal(987, customer.FollowUser[0].AddWay);
        Assert.Equal(1525779812, customer.FollowUser[0].Createtime);
    }

    private static void AssertKept(JsonNode sample, Type type)
    {
        var read = sample.Deserialize(type, WeComJson.Options);
        var written = JsonSerializer.SerializeToNode(read, type, WeComJson.Options);
        Assert.Empty(Lost(sample, written, "$"));
    }

    private static IEnumerable<string> Lost(JsonNode? sample, JsonNode? written, string path) =>
        (sample, written) switch
        {
            (JsonObject fields, JsonObject kept) => fields
                .Where(field => !Unread.Contains(field.Key))
                .SelectMany(field => Lost(field.Value, kept[field.Key], $"{path}.{field.Key}")),
            (JsonArray items, JsonArray kept) when items.Count == kept.Count => items.SelectMany(
                (item, at) => Lost(item, kept[at], $"{path}[{at}]")
            ),
            _ => JsonNode.DeepEquals(sample, written) ? [] : [path],
        };
}
