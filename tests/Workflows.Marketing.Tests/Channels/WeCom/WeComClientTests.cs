using Workflows.Marketing.Channels.Tokens;
using Workflows.Marketing.Channels.WeCom;
using Workflows.Marketing.Channels.WeCom.Errors;
using Workflows.Marketing.Channels.WeCom.MassMessages;
using Workflows.Marketing.Channels.WeCom.Quotas;
using Workflows.Marketing.Channels.WeCom.Wire;

namespace Workflows.Marketing.Tests.Channels.WeCom;

public sealed class WeComClientTests : IDisposable
{
    private readonly WeComServer _server = new();
    private readonly MemoryAccessTokenStore _tokens = new();
    private readonly MemoryCallQuotaStore _quotas = new();
    private readonly EagerClock _clock = new();

    [Fact]
    public async Task Get_Customer_SendsTokenAndIdAndReadsTheAnswer()
    {
        _server.Answer = _ => new(OfficialSamples.All["/cgi-bin/externalcontact/get"].Answer!.ToJsonString());
        using var client = Client();

        var customer = await client.Customers.GetAsync("woAJ 2", null, default);

        var call = _server.Calls[^1];
        Assert.Equal("GET /cgi-bin/externalcontact/get", $"{call.Method} {call.Path}");
        Assert.Equal("?access_token=token1&external_userid=woAJ%202", call.Query);
        Assert.Equal("李四", customer.ExternalContact!.Name);
        Assert.Equal(["rocky", "tommy"], customer.FollowUser.Select(follow => follow.Userid));
        Assert.Equal(10, customer.FollowUser[0].AddWay);
    }

    [Fact]
    public async Task Post_Body_IsWrittenAsTheSampleSays()
    {
        using var client = Client();

        await client.Customers.MarkTagAsync(new("zhangsan", "wm1") { AddTag = ["a"] }, default);

        Assert.Equal("""{"userid":"zhangsan","external_userid":"wm1","add_tag":["a"]}""", _server.Calls[^1].Text);
    }

    [Fact]
    public async Task Token_TwoHosts_IsAskedForOnce()
    {
        using var one = Client();
        using var two = Client();

        await Task.WhenAll(
            Enumerable.Range(0, 20).Select(n => (n % 2 == 0 ? one : two).Customers.ListMembersAsync(default))
        );

        Assert.Equal(1, _server.TokensGiven);
    }

    [Theory]
    [InlineData(40014)]
    [InlineData(42001)]
    public async Task Token_NoLongerGood_IsRenewedOnceAndTheCallRepeated(int code)
    {
        _server.Answer = call => new(call.HasToken("token1") ? Error(code) : Error(0));
        using var one = Client();
        using var two = Client();

        await Task.WhenAll(one.Customers.ListMembersAsync(default), two.Customers.ListMembersAsync(default));

        Assert.Equal(2, _server.TokensGiven);
    }

    [Fact]
    public async Task Token_NeverGood_FailsAfterOneRenewal()
    {
        _server.Answer = _ => new(Error(42001));
        using var client = Client();

        var failure = await Assert.ThrowsAsync<WeComException>(() => client.Customers.ListMembersAsync(default));

        Assert.Equal(42001, failure.Error.Code);
        Assert.Equal(2, _server.TokensGiven);
    }

    [Fact]
    public async Task Token_Expired_IsRenewedBeforeTheCall()
    {
        using var client = Client();
        await client.Customers.ListMembersAsync(default);

        _clock.Advance(TimeSpan.FromMinutes(119));
        await client.Customers.ListMembersAsync(default);

        Assert.Equal("token2", _server.Calls[^1].Token);
    }

    [Fact]
    public async Task Token_InTheStore_IsSealed()
    {
        using var client = Client();
        await client.Customers.ListMembersAsync(default);

        var account = $"wx1:{new TokenSeal("secret").Fingerprint}";
        var stored = await _tokens.FindAsync(account, default);

        Assert.DoesNotContain("token1", stored!.Value, StringComparison.Ordinal);
        Assert.Equal("token1", new TokenSeal("secret").Open(stored.Value));
        Assert.Null(new TokenSeal("other").Open(stored.Value));
        Assert.Null(new TokenSeal("secret").Open("not sealed"));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(45033)]
    [InlineData(41063)]
    public async Task Read_Busy_IsRepeated(int code)
    {
        var left = 2;
        _server.Answer = _ => new(Error(left-- > 0 ? code : 0));
        using var client = Client();

        await client.Customers.ListMembersAsync(default);

        Assert.Equal(3, _server.Calls.Count(call => call.Is("get_follow_user_list")));
    }

    [Theory]
    [InlineData(502, "bad gateway")]
    [InlineData(200, "<html>")]
    [InlineData(200, "{}")]
    [InlineData(200, null)]
    public async Task Read_AnswerLost_IsRepeated(int status, string? body)
    {
        var left = 1;
        _server.Answer = _ => left-- > 0 ? new(body, status) : new(Error(0));
        using var client = Client();

        await client.Customers.ListMembersAsync(default);

        Assert.Equal(2, _server.Calls.Count(call => call.Is("get_follow_user_list")));
    }

    [Theory]
    [InlineData(502, "bad gateway")]
    [InlineData(200, "<html>")]
    [InlineData(200, null)]
    [InlineData(200, """{"errcode":-1,"errmsg":"system busy"}""")]
    public async Task Create_AnswerLost_IsNeverRepeatedAndUncertain(int status, string? body)
    {
        _server.Answer = _ => new(body, status);
        using var client = Client();

        var failure = await Assert.ThrowsAsync<WeComException>(() => client.MassMessages.AddAsync(Message, default));

        Assert.True(failure.IsUncertain);
        Assert.Single(_server.Calls, call => call.Is("add_msg_template"));
    }

    [Theory]
    [InlineData(45033)]
    [InlineData(42001)]
    public async Task Create_SurelyNotDone_IsRepeated(int code)
    {
        var left = 1;
        _server.Answer = _ => new(left-- > 0 ? Error(code) : """{"errcode":0,"errmsg":"ok","msgid":"m1"}""");
        using var client = Client();

        var made = await client.MassMessages.AddAsync(Message, default);

        Assert.Equal("m1", made.Msgid);
    }

    [Fact]
    public async Task Call_NobodyListens_SurelyDidNotArrive()
    {
        using var client = Client(new Uri("http://127.0.0.1:1/"));

        var failure = await Assert.ThrowsAsync<WeComException>(() => client.MassMessages.AddAsync(Message, default));

        Assert.False(failure.IsUncertain);
        Assert.Equal(WeComErrorKind.Busy, failure.Error.Kind);
    }

    [Theory]
    [InlineData(48002, "可调用接口的应用")]
    [InlineData(60020, "企业可信IP")]
    public async Task Configuration_Wrong_StopsCallsForAWhileWithARemedy(int code, string remedy)
    {
        _server.Answer = _ => new(Error(code));
        using var client = Client();

        await Assert.ThrowsAsync<WeComException>(() => client.Customers.ListMembersAsync(default));
        var held = await Assert.ThrowsAsync<WeComException>(() => client.Customers.ListMembersAsync(default));

        Assert.Single(_server.Calls, call => call.Is("get_follow_user_list"));
        Assert.Contains(remedy, client.Diagnosis, StringComparison.Ordinal);
        Assert.InRange(held.RetryAfter!.Value, TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(5));

        _clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Null(client.Diagnosis);
    }

    [Fact]
    public async Task Right_MissingForOneApi_HoldsBackThatApiOnly()
    {
        _server.Answer = call => new(call.Is("get_follow_user_list") ? Error(48002) : Error(0));
        using var client = Client();

        await Assert.ThrowsAsync<WeComException>(() => client.Customers.ListMembersAsync(default));
        await client.Customers.ListAsync("li", default);

        Assert.Contains("可调用接口的应用", client.Diagnosis, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Secret_Wrong_IsAskedForOnceAndNeverTold()
    {
        using var client = Client(secret: "wrong");

        var failure = await Assert.ThrowsAsync<WeComException>(() => client.Customers.ListMembersAsync(default));
        await Assert.ThrowsAsync<WeComException>(() => client.Customers.ListMembersAsync(default));

        Assert.Equal(40001, failure.Error.Code);
        Assert.Single(_server.Calls);
        Assert.DoesNotContain("wrong", failure.ToString().Replace("is wrong", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Limited_ByWeCom_HoldsBackTheApiUntilTheNextMinute()
    {
        _server.Answer = call => new(Error(call.Is("externalcontact/list") ? 45009 : 0));
        using var client = Client();

        await Assert.ThrowsAsync<WeComException>(() => client.Customers.ListAsync("zhangsan", default));
        var held = await Assert.ThrowsAsync<WeComException>(() => client.Customers.ListAsync("zhangsan", default));
        await client.Customers.ListMembersAsync(default);

        Assert.Equal(45009, held.Error.Code);
        Assert.InRange(held.RetryAfter!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60));
        Assert.Single(_server.Calls, call => call.Is("externalcontact/list"));
    }

    [Fact]
    public async Task Quota_TwoHosts_ShareIt()
    {
        using var one = Client(perMinute: 10);
        using var two = Client(perMinute: 10);

        var outcomes = new List<bool>();
        for (var call = 0; call < 24; call++)
        {
            outcomes.Add(await SucceedsAsync((call % 2 == 0 ? one : two).Customers.ListMembersAsync(default)));
        }

        Assert.Equal(10, outcomes.Count(succeeded => succeeded));
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True(await SucceedsAsync(two.Customers.ListMembersAsync(default)));
    }

    [Fact]
    public void Options_Wrong_AllMistakesAreNamed()
    {
        var mistake = Assert.Throws<ArgumentException>(() =>
            new WeComClient(
                new WeComOptions
                {
                    BaseUrl = new Uri("ftp://x/"),
                    CorpId = "a b",
                    CallbackToken = "abc",
                },
                _tokens,
                _quotas,
                _clock
            )
        );

        Assert.Contains("CorpId", mistake.Message, StringComparison.Ordinal);
        Assert.Contains("Secret", mistake.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _server.Dispose();

    private static MassMessageCalls.MassMessage Message =>
        new("single")
        {
            ExternalUserid = ["wm1"],
            Sender = "zhangsan",
            Text = new WireText("你好"),
        };

    private static string Error(int code) => $$"""{"errcode":{{code}},"errmsg":"said"}""";

    private static async Task<bool> SucceedsAsync(Task call)
    {
        try
        {
            await call;
            return true;
        }
        catch (WeComException)
        {
            return false;
        }
    }

    private WeComClient Client(Uri? url = null, string secret = "secret", int perMinute = 10_000) =>
        new(
            new WeComOptions
            {
                BaseUrl = url ?? _server.Url,
                CorpId = "wx1",
                Secret = secret,
                Calls = new CallLimits { PerMinute = perMinute },
            },
            _tokens,
            _quotas,
            _clock
        );
}
