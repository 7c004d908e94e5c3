namespace Workflows.WeComEmulator.Tests;

public sealed class TransferTests : EmulatorTests
{
    [Fact]
    public async Task Transfer_NobodyRefuses_IsTakenOverAfterADay()
    {
        Assert.Equal(0, await StartAsync(Friend));
        Assert.Equal(2, await StatusAsync());
        await People.AdvanceAsync(TimeSpan.FromHours(24));
        Platform.ForgetToken();

        Assert.Equal(1, await StatusAsync());
        Assert.Equal("您好，由我继续服务", Assert.Single(await People.LogAsync(Friend)).Text);
        Assert.Equal(
            ["del_external_contact", "add_external_contact"],
            (await People.CallbacksAsync()).Select(callback => callback.ChangeType)
        );
        var answer = await Platform.GetAsync("externalcontact/get", $"external_userid={Friend}");
        Assert.Equal(Colleague, answer.GetProperty("follow_user")[0].GetProperty("userid").GetString());
    }

    [Fact]
    public async Task Transfer_CustomerRefuses_FailsWithAnEvent()
    {
        await StartAsync(Friend);
        await People.ActAsync(Friend, "refuse-transfer");

        Assert.Equal(3, await StatusAsync());
        Assert.Contains("customer_refused", Assert.Single(await People.CallbacksAsync()).Xml, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("wmUnknown", 40096)]
    [InlineData(Stranger, 40131)]
    public async Task Transfer_OfNoFriend_IsRefusedForThatOne(string customer, int code) =>
        Assert.Equal(code, await StartAsync(customer));

    [Fact]
    public async Task Transfer_Again_IsAlreadyUnderWay()
    {
        await StartAsync(Friend);
        Assert.Equal(40100, await StartAsync(Friend));
    }

    [Fact]
    public async Task Transfer_ThirdTimeInNinetyDays_IsTooOften()
    {
        await StartAsync(Friend);
        await People.ActAsync(Friend, "refuse-transfer");
        await StartAsync(Friend);
        await People.ActAsync(Friend, "refuse-transfer");

        Assert.Equal(40128, await StartAsync(Friend));
    }

    [Theory]
    [InlineData("new", 41054)]
    [InlineData("anonymous", 40098)]
    [InlineData(Owner, 40130)]
    public async Task Transfer_ToSomebodyWhoCannot_IsRefused(string taker, int code) =>
        Refused(code, await Platform.PostAsync("externalcontact/transfer_customer", Body(Friend, taker)));

    [Fact]
    public async Task Transfer_OfTheResigned_NeedsAResignation()
    {
        var body = new
        {
            handover_userid = Owner,
            takeover_userid = Colleague,
            external_userid = new[] { Friend },
        };
        Refused(40097, await Platform.PostAsync("externalcontact/resigned/transfer_customer", body));
        await People.ResignAsync(Owner);

        Ok(await Platform.PostAsync("externalcontact/resigned/transfer_customer", body));
        var groups = await Platform.PostAsync(
            "externalcontact/groupchat/transfer",
            new { chat_id_list = new[] { GroupId }, new_owner = Colleague }
        );
        Assert.Empty(groups.GetProperty("failed_chat_list").EnumerateArray());
    }

    private static object Body(string customer, string taker) =>
        new
        {
            handover_userid = Owner,
            takeover_userid = taker,
            external_userid = new[] { customer },
            transfer_success_msg = "您好，由我继续服务",
        };

    private async Task<int> StartAsync(string customer)
    {
        var answer = await Platform.PostAsync("externalcontact/transfer_customer", Body(customer, Colleague));
        return answer.GetProperty("customer")[0].GetProperty("errcode").GetInt32();
    }

    private async Task<int> StatusAsync()
    {
        var answer = await Platform.PostAsync(
            "externalcontact/transfer_result",
            new { handover_userid = Owner, takeover_userid = Colleague }
        );
        return answer.GetProperty("customer").EnumerateArray().Last().GetProperty("status").GetInt32();
    }
}
