using System.Text.Json;
using Workflows.WeComEmulator.Controls;
using Workflows.WeComEmulator.Customers;

namespace Workflows.WeComEmulator.Tests;

/// <summary>One successful call of every address that has a sample answer.</summary>
internal sealed class SampleCalls(Api platform, EmulatorClient people)
{
    private const string Owner = "wang";
    private const string Colleague = "li";
    private const string Friend = "wmFriend";
    private const string GroupId = "wrGroup";

    private static readonly object Day = new { userid_list = new[] { Owner } };

    public Task<JsonElement> AnswerAsync(string path) =>
        path["externalcontact/".Length..] switch
        {
            "get_follow_user_list" => platform.GetAsync(path),
            "list" => platform.GetAsync(path, $"userid={Owner}"),
            "get" => platform.GetAsync(path, $"external_userid={Friend}"),
            "batch/get_by_user" => platform.PostAsync(path, new { userid_list = new[] { Owner }, limit = 1 }),
            "get_corp_tag_list" => platform.PostAsync(path, new { }),
            "add_corp_tag" => platform.PostAsync(
                path,
                new { group_name = "渠道", tag = new[] { new { name = "门店" } } }
            ),
            "get_user_behavior_data" => platform.PostAsync(
                path,
                new
                {
                    userid = new[] { Owner },
                    start_time = 1,
                    end_time = 86_400,
                }
            ),
            "unionid_to_external_userid" => platform.PostAsync(path, new { unionid = "ozFriend" }),
            "convert_to_openid" => platform.PostAsync(path, new { external_userid = Friend }),
            "batch_to_external_userid" => platform.PostAsync(path, new { mobiles = new[] { "13800000001", "1" } }),
            "contact_list" => platform.PostAsync(path, new { }),
            "opengid_to_chatid" => platform.PostAsync(path, new { opengid = $"og{GroupId}" }),
            "add_contact_way" => platform.PostAsync(
                path,
                new
                {
                    type = 1,
                    scene = 2,
                    user = new[] { Owner },
                    state = "s",
                }
            ),
            "get_contact_way" => platform.PostAsync(path, new { config_id = "store" }),
            "list_contact_way" => platform.PostAsync(path, new { }),
            "groupchat/list" => platform.PostAsync(path, new { limit = 10 }),
            "groupchat/get" => platform.PostAsync(path, new { chat_id = GroupId, need_name = 1 }),
            "groupchat/statistic" => platform.PostAsync(
                path,
                new { day_begin_time = 1_772_380_800, owner_filter = Day }
            ),
            "groupchat/statistic_group_by_day" => platform.PostAsync(
                path,
                new { day_begin_time = 1_772_380_800, owner_filter = Day }
            ),
            "groupchat/add_join_way" => platform.PostAsync(path, new { scene = 2, chat_id_list = new[] { GroupId } }),
            "groupchat/get_join_way" => platform.PostAsync(path, new { config_id = "join" }),
            "groupchat/transfer" or "groupchat/onjob_transfer" => platform.PostAsync(
                path,
                new { chat_id_list = new[] { GroupId, "wrUnknown" }, new_owner = Colleague }
            ),
            "add_msg_template" => platform.PostAsync(
                path,
                new { external_userid = new[] { Friend, "wmUnknown" }, text = new { content = "x" } }
            ),
            _ => LaterAsync(path),
        };

    private async Task<JsonElement> LaterAsync(string path) =>
        path["externalcontact/".Length..] switch
        {
            "get_groupmsg_list_v2" => await platform.PostAsync(
                path,
                new
                {
                    chat_type = "single",
                    start_time = 1_772_380_800,
                    end_time = 1_772_480_000,
                    msgid = await MessageAsync(),
                }
            ),
            "get_groupmsg_task" => await platform.PostAsync(path, new { msgid = await MessageAsync() }),
            "get_groupmsg_send_result" => await platform.PostAsync(
                path,
                new { msgid = await MessageAsync(), userid = Owner }
            ),
            "group_welcome_template/add" => await platform.PostAsync(path, new { text = new { content = "欢迎" } }),
            "group_welcome_template/get" => await platform.PostAsync(path, new { template_id = await TemplateAsync() }),
            "add_moment_task" => await platform.PostAsync(path, new { text = new { content = "x" } }),
            "get_moment_task_result" => await platform.GetAsync(path, $"jobid={await JobAsync()}"),
            "get_moment_list" => await ListMomentsAsync(path),
            "get_moment_task" => await platform.PostAsync(path, new { moment_id = await MomentAsync() }),
            "get_moment_customer_list" or "get_moment_send_result" or "get_moment_comments" => await platform.PostAsync(
                path,
                new { moment_id = await MomentAsync(), userid = Owner }
            ),
            "transfer_customer" => await TransferAsync(path),
            "transfer_result" => await TransferResultAsync(path),
            "get_unassigned_list" => await AfterResignationAsync(path, new { page_size = 10 }),
            "resigned/transfer_customer" => await AfterResignationAsync(path, Handover()),
            "resigned/transfer_result" => await AfterResignationAsync(
                path,
                new { handover_userid = Owner, takeover_userid = Colleague }
            ),
            _ => await AcquisitionAsync(path),
        };

    private async Task<JsonElement> AcquisitionAsync(string path)
    {
        var made = await platform.PostAsync(
            "externalcontact/customer_acquisition/create_link",
            new { link_name = "小程序", range = new { user_list = new[] { Owner } } }
        );
        if (path.EndsWith("create_link", StringComparison.Ordinal))
        {
            return made;
        }

        if (path.EndsWith("_quota", StringComparison.Ordinal))
        {
            return await platform.GetAsync(path);
        }

        var link = made.GetProperty("link").GetProperty("link_id").GetString();
        var url = made.GetProperty("link").GetProperty("url").GetString();
        await people.ActAsync("wmStranger", "link", new CustomerAct(Url: $"{url}?customer_channel=A", State: "A"));
        return await platform.PostAsync(path, new { link_id = link, chat_key = $"{link}/wmStranger" });
    }

    private async Task<string> MessageAsync()
    {
        var answer = await platform.PostAsync(
            "externalcontact/add_msg_template",
            new
            {
                sender = Owner,
                external_userid = new[] { Friend },
                text = new { content = "你好" },
            }
        );
        var task = Assert.Single(await people.TasksAsync(Owner));
        await people.ConfirmAsync(Owner, task.TaskId);
        return answer.GetProperty("msgid").GetString()!;
    }

    private async Task<string> TemplateAsync()
    {
        var answer = await platform.PostAsync(
            "externalcontact/group_welcome_template/add",
            new { text = new { content = "欢迎" } }
        );
        return answer.GetProperty("template_id").GetString()!;
    }

    private async Task<string> JobAsync()
    {
        var answer = await platform.PostAsync(
            "externalcontact/add_moment_task",
            new
            {
                text = new { content = "今日特调" },
                visible_range = new { sender_list = new { user_list = new[] { Owner, "nobody" } } },
            }
        );
        await people.AdvanceAsync(TimeSpan.FromSeconds(2));
        return answer.GetProperty("jobid").GetString()!;
    }

    private async Task<string> MomentAsync()
    {
        var answer = await platform.GetAsync("externalcontact/get_moment_task_result", $"jobid={await JobAsync()}");
        var moment = answer.GetProperty("result").GetProperty("moment_id").GetString()!;
        var task = Assert.Single(await people.TasksAsync(Owner));
        await people.ConfirmAsync(Owner, task.TaskId);
        await people.ActAsync(Friend, "like", new CustomerAct(MomentId: moment));
        await people.ActAsync(Friend, "comment", new CustomerAct(MomentId: moment, Text: "想喝"));
        return moment;
    }

    private async Task<JsonElement> ListMomentsAsync(string path)
    {
        await MomentAsync();
        return await platform.PostAsync(path, new { start_time = 1_772_380_800, end_time = 1_772_480_000 });
    }

    private static object Handover() =>
        new
        {
            handover_userid = Owner,
            takeover_userid = Colleague,
            external_userid = new[] { Friend, "wmUnknown" },
        };

    private Task<JsonElement> TransferAsync(string path) => platform.PostAsync(path, Handover());

    private async Task<JsonElement> TransferResultAsync(string path)
    {
        await TransferAsync("externalcontact/transfer_customer");
        return await platform.PostAsync(path, new { handover_userid = Owner, takeover_userid = Colleague });
    }

    private async Task<JsonElement> AfterResignationAsync(string path, object body)
    {
        await people.ResignAsync(Owner);
        await platform.PostAsync("externalcontact/resigned/transfer_customer", Handover());
        return await platform.PostAsync(path, body);
    }
}
