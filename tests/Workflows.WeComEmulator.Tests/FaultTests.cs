using System.Net;
using Workflows.WeComEmulator.Faults;

namespace Workflows.WeComEmulator.Tests;

public sealed class FaultTests : EmulatorTests
{
    [Fact]
    public async Task Fault_WithCount_StrikesSoOftenWithoutEffect()
    {
        await Platform.TokenAsync();
        await People.AddFaultAsync(
            new Fault
            {
                Path = "add_msg_template",
                ErrCode = 45009,
                Count = 2,
            }
        );

        for (var time = 0; time < 2; time++)
        {
            Refused(45009, await Platform.PostAsync("externalcontact/add_msg_template", new { }));
        }

        await MassMessageAsync();
        Assert.Single(await People.TasksAsync(Owner));
        Assert.Equal(2, (await People.DrawnFaultsAsync()).Count);
    }

    [Fact]
    public async Task Fault_AfterProcessing_LosesTheAnswerButNotTheEffect()
    {
        await Platform.TokenAsync();
        await People.AddFaultAsync(
            new Fault
            {
                Path = "add_msg_template",
                AfterProcessing = true,
                Count = 1,
            }
        );

        await Assert.ThrowsAsync<HttpRequestException>(() => MassMessageAsync());

        Assert.Single(await People.TasksAsync(Owner));
    }

    [Fact]
    public async Task Fault_OfHttp_IsNoJson()
    {
        await Platform.TokenAsync();
        await People.AddFaultAsync(new Fault { Http = 502, Count = 1 });

        using var client = new HttpClient { BaseAddress = Emulator.Address };
        using var response = await client.GetAsync("/cgi-bin/getcallbackip");

        Assert.Equal(HttpStatusCode.BadGateway, response.StatusCode);
    }

    [Fact]
    public async Task Fault_ThatTheTokenExpired_EndsTheToken()
    {
        var before = await Platform.TokenAsync();
        await People.AddFaultAsync(
            new Fault
            {
                Path = "get_follow_user_list",
                ErrCode = 42001,
                Count = 1,
            }
        );

        Refused(42001, await Platform.GetAsync("externalcontact/get_follow_user_list"));

        Platform.ForgetToken();
        Assert.NotEqual(before, await Platform.TokenAsync());
    }

    [Fact]
    public async Task Preset_All_StrikesEverywhereAndIsCleared()
    {
        await People.AddAllFaultsAsync();
        using var client = new HttpClient { BaseAddress = Emulator.Address };
        for (var call = 0; call < 300; call++)
        {
            await TryAsync(client);
        }

        Assert.True((await People.DrawnFaultsAsync()).Count > 10);
        await People.ClearFaultsAsync();
        Platform.ForgetToken();
        Ok(await Platform.GetAsync("externalcontact/get_follow_user_list"));
    }

    private static async Task TryAsync(HttpClient client)
    {
        try
        {
            using var response = await client.GetAsync("/cgi-bin/user/get");
        }
        catch (HttpRequestException)
        {
            // A cut connection is one of the faults.
        }
    }
}
