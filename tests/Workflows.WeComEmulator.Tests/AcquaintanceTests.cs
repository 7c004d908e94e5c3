using Workflows.WeComEmulator.Customers;
using Workflows.WeComEmulator.Police;

namespace Workflows.WeComEmulator.Tests;

public sealed class AcquaintanceTests : EmulatorTests
{
    [Fact]
    public async Task Scan_OfAContactWay_AddsTheMemberWithTheState()
    {
        var scan = await People.ScanAsync(Stranger, "store");

        Assert.Equal(("added", Owner), (scan.Kind, scan.Member));
        var answer = await Platform.GetAsync("externalcontact/get", $"external_userid={Stranger}");
        var follower = answer.GetProperty("follow_user")[0];
        Assert.Equal("store-1", follower.GetProperty("state").GetString());
        Assert.Equal(1, follower.GetProperty("add_way").GetInt32());
        Assert.Contains(
            "<State><![CDATA[store-1]]></State>",
            Assert.Single(await People.CallbacksAsync()).Xml,
            StringComparison.Ordinal
        );
        Assert.Equal("known", (await People.ScanAsync(Stranger, "store")).Kind);
    }

    [Fact]
    public async Task Scan_OfAWayThatAsks_WaitsForTheMember()
    {
        Assert.Equal("requested", (await People.ScanAsync(Stranger, "asks")).Kind);
        Assert.Empty(await People.CallbacksAsync());

        await People.AcceptAsync(Owner, Stranger);

        Assert.Equal("add_external_contact", Assert.Single(await People.CallbacksAsync()).ChangeType);
    }

    [Fact]
    public async Task Scan_OfAFullGroup_OpensAnotherOne()
    {
        var scan = await People.ScanAsync(Friend, "join");

        Assert.Equal("joined", scan.Kind);
        Assert.NotEqual(SmallGroupId, scan.ChatId);
        Assert.Equal(["create", "update"], (await People.CallbacksAsync()).Select(callback => callback.ChangeType));
        var answer = await Platform.PostAsync(
            "externalcontact/groupchat/get",
            new { chat_id = scan.ChatId, need_name = 1 }
        );
        Assert.Equal("小群1", answer.GetProperty("group_chat").GetProperty("name").GetString());
        Assert.Equal(
            "林小满",
            answer.GetProperty("group_chat").GetProperty("member_list")[1].GetProperty("name").GetString()
        );
    }

    [Fact]
    public async Task Welcome_WithinTwentySeconds_ArrivesOnce()
    {
        var code = (await People.ScanAsync(Stranger, "store")).WelcomeCode;
        await People.AdvanceAsync(TimeSpan.FromSeconds(19));
        var welcome = new { welcome_code = code, text = new { content = "欢迎光临" } };

        Ok(await Platform.PostAsync("externalcontact/send_welcome_msg", welcome));
        Refused(41051, await Platform.PostAsync("externalcontact/send_welcome_msg", welcome));

        Assert.Equal("欢迎光临", Assert.Single(await People.LogAsync(Stranger, "welcome")).Text);
        await NobodyBrokeTheContractAsync();
    }

    [Fact]
    public async Task Welcome_AfterTwentySeconds_IsRefusedAndAViolation()
    {
        var code = (await People.ScanAsync(Stranger, "store")).WelcomeCode;
        await People.AdvanceAsync(TimeSpan.FromSeconds(20));

        Refused(
            41050,
            await Platform.PostAsync(
                "externalcontact/send_welcome_msg",
                new { welcome_code = code, text = new { content = "欢迎" } }
            )
        );
        await BrokeAsync(Breaches.Welcome);
    }

    [Fact]
    public async Task Delete_ByTheCustomer_EndsTheRelation()
    {
        await People.ActAsync(Friend, "delete", new CustomerAct(Member: Owner));

        Assert.Equal("del_follow_user", Assert.Single(await People.CallbacksAsync()).ChangeType);
        Refused(84061, await Platform.GetAsync("externalcontact/get", $"external_userid={Friend}"));
        Refused(
            84061,
            await Platform.PostAsync(
                "externalcontact/remark",
                new
                {
                    userid = Owner,
                    external_userid = Friend,
                    remark = "x",
                }
            )
        );
    }

    [Fact]
    public async Task Tags_MarkedByApi_RaiseNoEvent()
    {
        var made = await Platform.PostAsync(
            "externalcontact/add_corp_tag",
            new { group_name = "渠道", tag = new[] { new { name = "门店" } } }
        );
        var tag = made.GetProperty("tag_group").GetProperty("tag")[0].GetProperty("id").GetString();

        Ok(
            await Platform.PostAsync(
                "externalcontact/mark_tag",
                new
                {
                    userid = Owner,
                    external_userid = Friend,
                    add_tag = new[] { tag },
                }
            )
        );

        Assert.Empty(await People.CallbacksAsync());
        var answer = await Platform.GetAsync("externalcontact/get", $"external_userid={Friend}");
        Assert.Contains("门店", answer.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Remark_Mobiles_AreReplacedAndCleared()
    {
        async Task<string> MobilesAsync(params string[] mobiles)
        {
            Ok(
                await Platform.PostAsync(
                    "externalcontact/remark",
                    new
                    {
                        userid = Owner,
                        external_userid = Friend,
                        remark_mobiles = mobiles,
                    }
                )
            );
            var answer = await Platform.GetAsync("externalcontact/get", $"external_userid={Friend}");
            return answer.GetProperty("follow_user")[0].GetProperty("remark_mobiles").ToString();
        }

        Assert.Equal("""["1","2"]""", await MobilesAsync("1", "2"));
        Assert.Equal("[]", await MobilesAsync(""));
    }
}
