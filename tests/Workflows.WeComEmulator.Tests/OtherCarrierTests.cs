using Workflows.WeComEmulator.Customers;
using Workflows.WeComEmulator.Quotas;

namespace Workflows.WeComEmulator.Tests;

/// <summary>Staff, robots, customer service, mini-programs and official accounts.</summary>
public sealed class OtherCarrierTests : EmulatorTests
{
    [Fact]
    public async Task AppMessage_ToMembers_ArrivesOnceWithTheDuplicateCheck()
    {
        var body = new
        {
            touser = $"{Owner}|nobody",
            agentid = 1000002,
            msgtype = "text",
            text = new { content = "请确认群发" },
            enable_duplicate_check = 1,
        };
        var answer = await Platform.PostAsync("message/send", body);
        Ok(answer);
        Assert.Equal("nobody", answer.GetProperty("invaliduser").GetString());
        Ok(await Platform.PostAsync("message/send", body));

        Assert.Single(await People.LogAsync(Owner, "app"));
    }

    [Fact]
    public async Task AppMessage_BeyondTheMembersMinute_IsRefused()
    {
        await People.SetQuotasAsync(new QuotaSettings { AppPerMinute = 1 });
        object Body(string text) =>
            new
            {
                touser = Owner,
                agentid = 1000002,
                msgtype = "text",
                text = new { content = text },
            };
        Ok(await Platform.PostAsync("message/send", Body("一")));

        Refused(45009, await Platform.PostAsync("message/send", Body("二")));
    }

    [Fact]
    public async Task Robot_TwentyFirstInAMinute_IsRefused()
    {
        using var client = new HttpClient { BaseAddress = Emulator.Address };
        async Task<string> SayAsync()
        {
            using var content = new StringContent("""{"msgtype":"text","text":{"content":"日报"}}""");
            using var response = await client.PostAsync("/cgi-bin/webhook/send?key=0123456789", content);
            return await response.Content.ReadAsStringAsync();
        }

        for (var time = 0; time < 20; time++)
        {
            Assert.Contains("\"errcode\":0", await SayAsync(), StringComparison.Ordinal);
        }

        Assert.Contains("45009", await SayAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Kf_SixthAnswer_IsRefused()
    {
        var body = new
        {
            touser = Friend,
            open_kfid = "kf1",
            msgtype = "text",
            text = new { content = "您好" },
        };
        Refused(95001, await Platform.PostAsync("kf/send_msg", body));
        await People.ActAsync(Friend, "kf", new CustomerAct(OpenKf: "kf1", Text: "在吗"));
        for (var time = 0; time < 5; time++)
        {
            Ok(await Platform.PostAsync("kf/send_msg", body));
        }

        Refused(95001, await Platform.PostAsync("kf/send_msg", body));
    }

    [Fact]
    public async Task Subscription_OneApproval_IsOneMessage()
    {
        var openId = (await Platform.PostAsync("externalcontact/convert_to_openid", new { external_userid = Friend }))
            .GetProperty("openid")
            .GetString();
        var body = new
        {
            touser = openId,
            template_id = "T1",
            data = new { thing1 = new { value = "到店取货" } },
        };
        Refused(43101, await Platform.PostAsync("message/subscribe/send", body));
        await People.ActAsync(Friend, "subscribe", new CustomerAct(Template: "T1"));

        Ok(await Platform.PostAsync("message/subscribe/send", body));
        Refused(43101, await Platform.PostAsync("message/subscribe/send", body));
        Assert.Single(await People.LogAsync(openId));
    }

    [Fact]
    public async Task OfficialAccount_OutsideTheWindow_IsRefused()
    {
        var openId = (await Platform.PostAsync("externalcontact/convert_to_openid", new { external_userid = Friend }))
            .GetProperty("openid")
            .GetString();
        var body = new
        {
            touser = openId,
            msgtype = "text",
            text = new { content = "您好" },
        };
        Refused(45015, await Platform.PostAsync("message/custom/send", body));
        await People.ActAsync(Friend, "official-account", new CustomerAct(Text: "menu"));
        for (var time = 0; time < 3; time++)
        {
            Ok(await Platform.PostAsync("message/custom/send", body));
        }

        Refused(45047, await Platform.PostAsync("message/custom/send", body));
        await People.AdvanceAsync(TimeSpan.FromMinutes(1));
        Refused(45015, await Platform.PostAsync("message/custom/send", body));
    }
}
