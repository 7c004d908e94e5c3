using Workflows.WeComEmulator.Police;

namespace Workflows.WeComEmulator.Tests;

public sealed class TokenTests : EmulatorTests
{
    [Fact]
    public async Task Token_AskedAgain_IsTheSameUntilItExpires()
    {
        var first = await Platform.TokenAsync();
        await People.AdvanceAsync(TimeSpan.FromSeconds(7_199));
        Platform.ForgetToken();
        Assert.Equal(first, await Platform.TokenAsync());

        await People.AdvanceAsync(TimeSpan.FromSeconds(1));
        Refused(42001, await Platform.GetAsync("externalcontact/get_follow_user_list"));
        Platform.ForgetToken();
        Assert.NotEqual(first, await Platform.TokenAsync());
    }

    [Fact]
    public async Task Token_Revoked_IsBad()
    {
        await Platform.TokenAsync();
        await People.RevokeTokensAsync();

        Refused(40014, await Platform.GetAsync("externalcontact/get_follow_user_list"));
        await NobodyBrokeTheContractAsync();
    }

    [Theory]
    [InlineData("corpid=wrong&corpsecret=secret", 40013)]
    [InlineData("corpid=ww5f0c3d9a1b2e4d67&corpsecret=wrong", 40001)]
    public async Task Token_WrongAccount_IsRefused(string query, int code) =>
        Refused(code, await Platform.GetBareAsync($"/cgi-bin/gettoken?{query}"));

    [Fact]
    public async Task Call_WithoutToken_IsAViolation()
    {
        Refused(41001, await Platform.GetBareAsync("/cgi-bin/externalcontact/get_follow_user_list"));
        await BrokeAsync(Breaches.NoToken);
    }

    [Fact]
    public async Task Call_OfMemberOutsideTheVisibleRange_IsRefused()
    {
        Platform.Secret = "narrow-secret";

        Refused(60011, await Platform.GetAsync("externalcontact/list", "userid=wang"));
        Refused(60111, await Platform.GetAsync("externalcontact/list", "userid=nobody"));
    }
}
