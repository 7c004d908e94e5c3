using Workflows.WeComEmulator.Customers;
using Workflows.WeComEmulator.Members;
using Workflows.WeComEmulator.Police;
using Workflows.WeComEmulator.Quotas;

namespace Workflows.WeComEmulator.Tests;

public sealed class MassMessageTests : EmulatorTests
{
    [Fact]
    public async Task MassMessage_UntilConfirmed_ReachesNobody()
    {
        var message = await MassMessageAsync();
        Assert.Empty(await People.LogAsync());
        Assert.Equal("0 0", await StatusesAsync(message));

        await ConfirmAsync(message);

        Assert.Equal("1 1", await StatusesAsync(message));
        var received = Assert.Single(await People.LogAsync(Friend));
        Assert.Equal(
            ("private", Owner, "新品上市", message),
            (received.Carrier, received.From, received.Text, received.Reference)
        );
        await NobodyBrokeTheContractAsync();
    }

    [Fact]
    public async Task MassMessage_CustomerLeftBeforeConfirmation_IsNoFriend()
    {
        var message = await MassMessageAsync();
        await People.ActAsync(Friend, "delete", new CustomerAct(Member: Owner));

        await ConfirmAsync(message);

        Assert.Equal("2 1", await StatusesAsync(message));
    }

    [Fact]
    public async Task MassMessage_BeyondTheMonthsQuota_IsStatus3AndNotReceived()
    {
        for (var day = 0; day < 31; day++)
        {
            await ConfirmAsync(await MassMessageAsync($"第 {day} 条"));
        }

        var over = await MassMessageAsync("太多了");
        await ConfirmAsync(over);

        Assert.Equal("3 3", await StatusesAsync(over));
        Assert.Equal(31, (await People.LogAsync(Friend)).Count);
        Assert.Equal(31, (await People.LedgerAsync("mass/"))["mass/wmFriend/2026-03"]);

        await People.SetClockAsync(new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.FromHours(8)));
        Platform.ForgetToken();
        var april = await MassMessageAsync("四月");
        await ConfirmAsync(april);
        Assert.Equal("1 1", await StatusesAsync(april));
    }

    [Fact]
    public async Task MassMessage_ConsoleAllowsOneADay_SecondIsStatus3()
    {
        await People.SetQuotasAsync(new QuotaSettings { MassPerDay = 1 });
        await ConfirmAsync(await MassMessageAsync());
        var second = await MassMessageAsync("第二条");
        await ConfirmAsync(second);

        Assert.Equal("3 3", await StatusesAsync(second));
    }

    [Fact]
    public async Task MassMessage_WithoutSender_GoesThroughWhoChattedLast()
    {
        await People.ActAsync(Friend, "add", new CustomerAct(Member: Colleague));
        await People.AdvanceAsync(TimeSpan.FromMinutes(1));
        await People.ActAsync(Friend, "reply", new CustomerAct(Member: Owner, Text: "在吗"));

        var answer = await Platform.PostAsync(
            "externalcontact/add_msg_template",
            new { external_userid = new[] { Friend, Stranger }, text = new { content = "你好" } }
        );

        Ok(answer);
        Assert.Equal(Stranger, answer.GetProperty("fail_list")[0].GetString());
        Assert.Single(await People.TasksAsync(Owner));
        Assert.Empty(await People.TasksAsync(Colleague));
    }

    [Fact]
    public async Task MassMessage_ToGroups_ReachesTheOwnersGroupsOnly()
    {
        var foreign = await People.AddGroupAsync(new Groups.NewGroup("别人的群", Colleague));
        var answer = await Platform.PostAsync(
            "externalcontact/add_msg_template",
            new
            {
                chat_type = "group",
                sender = Owner,
                chat_id_list = new[] { GroupId, foreign },
                text = new { content = "今日福利" },
            }
        );
        Ok(answer);
        Assert.Equal(foreign, answer.GetProperty("fail_list")[0].GetString());

        await ConfirmAsync(answer.GetProperty("msgid").GetString()!);

        Assert.Equal("今日福利", Assert.Single(await People.LogAsync(GroupId)).Text);
        Assert.Empty(await People.LogAsync(foreign));
    }

    [Fact]
    public async Task MassMessage_WithTagFilter_ReachesOnlyTaggedCustomers()
    {
        var tags = await Platform.PostAsync("externalcontact/get_corp_tag_list", new { });
        var latte = tags.GetProperty("tag_group")[0]
            .GetProperty("tag")
            .EnumerateArray()
            .First(tag => tag.GetProperty("name").GetString() is "拿铁")
            .GetProperty("id")
            .GetString();
        var answer = await Platform.PostAsync(
            "externalcontact/add_msg_template",
            new
            {
                sender = Owner,
                tag_filter = new { group_list = new[] { new { tag_list = new[] { latte } } } },
                text = new { content = "拿铁第二杯半价" },
            }
        );
        await ConfirmAsync(answer.GetProperty("msgid").GetString()!);

        Assert.Single(await People.LogAsync(Friend));
        Assert.Empty(await People.LogAsync(SecondFriend));
    }

    [Fact]
    public async Task MassMessage_PolicyOfDelay_ConfirmsByItself()
    {
        await People.SetPolicyAsync(new ConfirmPolicy { DelaySeconds = 60 });
        var message = await MassMessageAsync();
        await People.AdvanceAsync(TimeSpan.FromSeconds(59));
        Assert.Equal("0 0", await StatusesAsync(message));

        await People.AdvanceAsync(TimeSpan.FromSeconds(1));

        Assert.Equal("1 1", await StatusesAsync(message));
    }

    [Fact]
    public async Task MassMessage_PolicyNever_StaysUnsentAndIsRemindedThreeTimes()
    {
        await People.SetPolicyAsync(new ConfirmPolicy { Probability = 0 });
        var message = await MassMessageAsync();
        for (var time = 0; time < 3; time++)
        {
            Ok(await Platform.PostAsync("externalcontact/remind_groupmsg_send", new { msgid = message }));
        }

        Refused(45009, await Platform.PostAsync("externalcontact/remind_groupmsg_send", new { msgid = message }));
        Assert.Equal("0 0", await StatusesAsync(message));
        await BrokeAsync(Breaches.TooMany);
    }

    [Fact]
    public async Task MassMessage_Cancelled_CannotBeConfirmed()
    {
        var message = await MassMessageAsync();
        Ok(await Platform.PostAsync("externalcontact/cancel_groupmsg_send", new { msgid = message }));

        await Assert.ThrowsAsync<HttpRequestException>(() => ConfirmAsync(message));
        Assert.Empty(await People.LogAsync());
    }

    [Fact]
    public async Task MassMessage_ConfirmedForSome_LeavesTheOthersUnsent()
    {
        var message = await MassMessageAsync();
        var task = Assert.Single(await People.TasksAsync(Owner));
        await People.ConfirmAsync(Owner, task.TaskId, count: 1);

        Assert.Equal("1 0", await StatusesAsync(message));
    }

    [Fact]
    public async Task Log_SameContentTwice_IsADuplicate()
    {
        await ConfirmAsync(await MassMessageAsync());
        Assert.Empty(await People.DuplicatesAsync());
        await ConfirmAsync(await MassMessageAsync());

        Assert.Equal([Friend, SecondFriend], (await People.DuplicatesAsync()).Select(duplicate => duplicate.To));
    }
}
