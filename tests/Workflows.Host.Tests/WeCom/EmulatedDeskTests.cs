using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Workflows.Host.Tests.Api;
using Workflows.WeComEmulator.Faults;

namespace Workflows.Host.Tests.WeCom;

/// <summary>What people keep at WeCom by our API: the company's tags, group welcomes.</summary>
public sealed class EmulatedDeskTests(EmulatedHost host) : IClassFixture<EmulatedHost>
{
    private const string Welcome = """
        {"text":"欢迎 %NICKNAME%","attachment":{"kind":"link","title":"本周菜单","url":"https://coffee.example/menu"},"tellsOwners":true}
        """;

    [Fact]
    public async Task Tags_AddedRenamedAndRemoved_AreSoAtWeCom()
    {
        var added = await TagsAsync(HttpMethod.Post, "", """{"group":"口味喜好","tags":["美式","拿铁咖啡"]}""");
        var latte = Find(added, "拿铁咖啡")!;

        await TagsAsync(HttpMethod.Patch, latte, """{"name":"燕麦拿铁","order":7}""");
        var listed = await TagsAsync(HttpMethod.Get, "");
        Assert.Equal((latte, null), (Find(listed, "燕麦拿铁"), Find(listed, "拿铁咖啡")));

        await TagsAsync(HttpMethod.Delete, latte);
        var group = (await TagsAsync(HttpMethod.Get, ""))
            .EnumerateArray()
            .Single(group => group.GetProperty("name").GetString() is "口味喜好");
        Assert.Equal("美式", Assert.Single(group.GetProperty("tags").EnumerateArray()).GetProperty("name").GetString());
        var rest = await TagsAsync(HttpMethod.Delete, $"{group.GetProperty("id").GetString()}?group=true");
        Assert.DoesNotContain(rest.EnumerateArray(), one => one.GetProperty("name").GetString() is "口味喜好");
        Assert.Empty(await host.People.ViolationsAsync());
    }

    [Theory]
    [InlineData("POST", "", """{"tags":["a"]}""", 400)]
    [InlineData("POST", "", """{"group":"g","tags":[]}""", 400)]
    [InlineData("PATCH", "etUnknown", """{}""", 400)]
    [InlineData("PATCH", "etUnknown", """{"name":"a"}""", 502)]
    public async Task Tags_WrongWish_IsRefused(string method, string path, string wish, int status)
    {
        using var response = await SendAsync(new HttpMethod(method), $"/api/wecom/tags/{path}", wish);

        await RunningHost.ProblemAsync(response, status);
    }

    [Fact]
    public async Task GroupWelcome_PutAgain_IsChangedAndNotMadeTwice()
    {
        var before = await CallsAsync("group_welcome_template/add");

        var made = await PutAsync("福利群", Welcome);
        var changed = await PutAsync("福利群", """{"text":"您好"}""");

        Assert.True(made.GetProperty("isReady").GetBoolean());
        Assert.Equal("link", made.GetProperty("attachment").GetProperty("kind").GetString());
        Assert.Equal("您好", changed.GetProperty("text").GetString());
        Assert.Equal(before + 1, await CallsAsync("group_welcome_template/add"));
        Assert.Equal(1, await CallsAsync("group_welcome_template/edit"));
        using var removed = await host.Client.DeleteAsync("/api/wecom/group-welcomes/福利群");
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        Assert.Equal(1, await CallsAsync("group_welcome_template/del"));
        using var gone = await host.Client.GetAsync("/api/wecom/group-welcomes/福利群");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.Empty(await host.People.ViolationsAsync());
    }

    [Fact]
    public async Task GroupWelcome_RefusedByWeCom_IsNotKept()
    {
        await host.People.AddFaultAsync(
            new Fault
            {
                Path = "group_welcome_template/add",
                ErrCode = 41055,
                Count = 1,
            }
        );

        using var response = await SendAsync(HttpMethod.Put, "/api/wecom/group-welcomes/full", Welcome);

        await host.People.ClearFaultsAsync();
        await RunningHost.ProblemAsync(response, 502);
        using var gone = await host.Client.GetAsync("/api/wecom/group-welcomes/full");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Theory]
    [InlineData("""{}""", 422)]
    [InlineData("""{"attachment":{"kind":"fields","template":"t","values":{}}}""", 422)]
    [InlineData("""{"text":"a","attachment":{"kind":"video","media":"nothing.mp4"}}""", 502)]
    public async Task GroupWelcome_WrongWish_IsRefusedAndNotKept(string wish, int status)
    {
        using var response = await SendAsync(HttpMethod.Put, "/api/wecom/group-welcomes/wrong", wish);

        await RunningHost.ProblemAsync(response, status);
        var list = await host.Client.GetFromJsonAsync<JsonElement>("/api/wecom/group-welcomes");
        Assert.DoesNotContain(list.EnumerateArray(), one => one.GetProperty("name").GetString() is "wrong");
    }

    private static string? Find(JsonElement groups, string tag) =>
        groups
            .EnumerateArray()
            .SelectMany(group => group.GetProperty("tags").EnumerateArray())
            .Where(one => string.Equals(one.GetProperty("name").GetString(), tag, StringComparison.Ordinal))
            .Select(one => one.GetProperty("id").GetString())
            .SingleOrDefault();

    private Task<JsonElement> PutAsync(string name, string wish) =>
        ReadAsync(HttpMethod.Put, $"/api/wecom/group-welcomes/{name}", wish);

    private Task<JsonElement> TagsAsync(HttpMethod method, string path, string? body = null) =>
        ReadAsync(method, $"/api/wecom/tags/{path}", body);

    private async Task<JsonElement> ReadAsync(HttpMethod method, string path, string? body)
    {
        using var response = await SendAsync(method, path, body);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        return JsonSerializer.Deserialize<JsonElement>(text);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, string? body)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        return await host.Client.SendAsync(request);
    }

    private async Task<int> CallsAsync(string api)
    {
        var calls = await host.People.CallsAsync();
        return calls.Where(call => call.Key.EndsWith(api, StringComparison.Ordinal)).Sum(call => call.Value);
    }
}
