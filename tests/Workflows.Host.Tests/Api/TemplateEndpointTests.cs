using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Workflows.Marketing.Templates;
using Workflows.Storage.Users;

namespace Workflows.Host.Tests.Api;

public sealed class TemplateEndpointTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    public async Task List_ByIndustry_SpeaksTheLanguageAsked()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/templates?industry=jewellery");
        request.Headers.AcceptLanguage.ParseAdd("zh-CN");
        using var response = await host.Client.SendAsync(request);
        var body = await response.Content.ReadFromJsonAsync<JsonElement>();

        var loyal = Assert.Single(
            body.GetProperty("items").EnumerateArray(),
            one => one.GetProperty("name").GetString() is "lifecycle-loyal"
        );
        Assert.Equal("忠诚用户：新品优先", loyal.GetProperty("title").GetString());
    }

    [Fact]
    public async Task Get_OfATemplate_HasItsParameters()
    {
        var body = await host.Client.GetFromJsonAsync<JsonElement>("/api/templates/lifecycle-new");

        Assert.Equal("firstWait", body.GetProperty("parameters")[0].GetProperty("name").GetString());
        await RunningHost.ProblemAsync(await host.Client.GetAsync("/api/templates/nothing"), 404);
    }

    [Fact]
    public async Task Refusal_InChinese_IsSaidOnceForEveryRoute()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/templates/nothing");
        request.Headers.AcceptLanguage.ParseAdd("zh-CN,zh;q=0.9,en;q=0.8");
        using var response = await host.Client.SendAsync(request);
        var problem = await RunningHost.ProblemAsync(response, 404);

        Assert.Equal("找不到。", problem.GetProperty("title").GetString());
        Assert.Equal("没有模板“nothing”。", problem.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task Refusal_InTheLanguageChosenInTheDesigner_DoesNotAskTheBrowser()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/messages?limit=0");
        request.Headers.AcceptLanguage.ParseAdd("en");
        request.Headers.Add("Cookie", "workflows_language=zh-CN");
        using var response = await host.Client.SendAsync(request);

        var problem = await RunningHost.ProblemAsync(response, 400);

        Assert.Equal("limit 是 1 到 1000 的数。", problem.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task Install_WithParameters_LeavesADraftAndTellsConflicts()
    {
        using var first = await host.PostAsync(
            "/api/templates/post-purchase/install",
            """{"parameters":{"usageDelay":"2.00:00:00"}}"""
        );
        var installed = await first.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal("workflow post-purchase version 1 (draft)", installed.GetProperty("installed")[0].GetString());
        var conflict = await RunningHost.ProblemAsync(
            await host.PostAsync("/api/templates/post-purchase/install", "{}"),
            409
        );
        Assert.Contains("post-purchase", conflict.GetProperty("detail").GetString(), StringComparison.Ordinal);
        var wrong = await RunningHost.ProblemAsync(
            await host.PostAsync("/api/templates/post-purchase/install", """{"parameters":{"usageDelay":"never"}}"""),
            422
        );
        Assert.Equal(TemplateCodes.Value, wrong.GetProperty("diagnostics")[0].GetProperty("code").GetString());
        await RunningHost.ProblemAsync(await host.PostAsync("/api/templates/nothing/install", "{}"), 404);
    }

    [Fact]
    public async Task Install_WithoutTheJourneyOfItsCalendar_WarnsUntilThatIsThere()
    {
        using var first = await host.PostAsync("/api/templates/mother-baby/install", "{}");
        var warned = await first.Content.ReadFromJsonAsync<JsonElement>();
        using var calendar = await host.PostAsync("/api/templates/store-lbs-group/install", "{}");
        using var second = await host.PostAsync("/api/templates/mother-baby/install", """{"replace":true}""");
        var quiet = await second.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Contains(TemplateCodes.Calendar, CodesOf(warned));
        Assert.DoesNotContain(TemplateCodes.Calendar, CodesOf(quiet));
    }

    private static IEnumerable<string?> CodesOf(JsonElement installed) =>
        installed.GetProperty("diagnostics").EnumerateArray().Select(one => one.GetProperty("code").GetString());

    [Fact]
    public async Task Packages_AreInstalledOrRefusedWithTheReason()
    {
        var reading = new TemplateShelf(Repository.Root).Read("lifecycle-first")!;
        var packed = TemplatePackage.Pack(reading.Template!, reading.Files!);

        using var installed = await PostAsync(host.Client, packed, "?set=usageDelay=8.00:00:00&publish=false");

        Assert.Equal(HttpStatusCode.OK, installed.StatusCode);
        packed[packed.Length / 2] ^= 0xFF;
        var problem = await RunningHost.ProblemAsync(await PostAsync(host.Client, packed, ""), 422);
        Assert.Equal(TemplateCodes.Package, problem.GetProperty("diagnostics")[0].GetProperty("code").GetString());
        await RunningHost.ProblemAsync(await PostAsync(host.Client, packed, "?set=nothing"), 400);
    }

    [Fact]
    public async Task Install_ByAnOperator_IsForbidden()
    {
        using var client = await host.ClientOfAsync(Role.Operator);

        using var list = await client.GetAsync("/api/templates");
        using var install = await client.PostAsJsonAsync("/api/templates/lifecycle-new/install", new { });
        using var package = await PostAsync(client, [], "");

        Assert.Equal(
            (HttpStatusCode.OK, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden),
            (list.StatusCode, install.StatusCode, package.StatusCode)
        );
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, byte[] package, string query)
    {
        using var content = new ByteArrayContent(package);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/zip");
        return await client.PostAsync($"/api/templates/packages{query}", content);
    }
}
