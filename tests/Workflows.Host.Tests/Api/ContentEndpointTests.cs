using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Workflows.Storage.Users;

namespace Workflows.Host.Tests.Api;

public sealed class ContentEndpointTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    public async Task Content_TakenThroughReview_IsApprovedByTheOneWhoMay()
    {
        using var author = await host.ClientOfAsync(Role.Operator);
        using var judge = await host.ClientOfAsync(Role.Consultant);

        var draft = await PutAsync(author, "/api/content/spring", Text("春茶上市 {{ contact.name }}"));
        var review = await PostAsync(author, "/api/content/spring/versions/1/submit");
        using var forbidden = await author.PostAsync("/api/content/spring/versions/1/approve", Json("{}"));
        await RunningHost.ProblemAsync(await judge.PostAsync("/api/content/spring/versions/1/refuse", Json("{}")), 409);
        var refused = await PostAsync(judge, "/api/content/spring/versions/1/refuse", """{"note":"太短"}""");
        await PutAsync(author, "/api/content/spring", Text("春茶上市，欢迎品尝"));
        await PostAsync(author, "/api/content/spring/versions/1/submit");
        var approved = await PostAsync(judge, "/api/content/spring/versions/1/approve");
        var next = await PutAsync(author, "/api/content/spring", Text("第二版"));

        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
        Assert.Equal("Draft 1", State(draft));
        Assert.Equal("CNT009", draft.GetProperty("warnings")[0].GetProperty("code").GetString());
        Assert.Equal("Review 1", State(review));
        Assert.Equal("Draft 1", State(refused));
        Assert.Equal("太短", refused.GetProperty("note").GetString());
        Assert.Equal("Approved 1", State(approved));
        Assert.Equal("Draft 2", State(next));
        var old = await host.Client.GetFromJsonAsync<JsonElement>("/api/content/spring?version=1");
        Assert.Equal(
            "春茶上市，欢迎品尝",
            old.GetProperty("item").GetProperty("texts").GetProperty("zh").GetProperty("text").GetString()
        );
        var history = await host.Client.GetFromJsonAsync<JsonElement>("/api/content/spring/history");
        Assert.Equal(
            "Write Approve Submit Write Refuse Submit Write",
            string.Join(
                ' ',
                history.GetProperty("items").EnumerateArray().Select(move => move.GetProperty("step").GetString())
            )
        );
        Assert.Equal(
            2,
            (await host.Client.GetFromJsonAsync<JsonElement>("/api/content/spring/versions"))
                .GetProperty("items")
                .GetArrayLength()
        );
    }

    [Fact]
    public async Task List_Filtered_ShowsPages()
    {
        foreach (var id in new[] { "list-a", "list-b", "list-c" })
        {
            await PutAsync(host.Client, $"/api/content/{id}", Text(id, """, "category":"listed","values":["gift"]"""));
        }

        var first = await host.Client.GetFromJsonAsync<JsonElement>(
            "/api/content?category=listed&value=Gift&state=Draft&limit=2"
        );
        var rest = await host.Client.GetFromJsonAsync<JsonElement>(
            $"/api/content?category=listed&limit=2&after={first.GetProperty("next").GetString()}"
        );

        Assert.Equal(2, first.GetProperty("items").GetArrayLength());
        Assert.Equal("gift", first.GetProperty("items")[0].GetProperty("item").GetProperty("values")[0].GetString());
        Assert.Equal("list-c", rest.GetProperty("items")[0].GetProperty("item").GetProperty("id").GetString());
        Assert.False(rest.TryGetProperty("next", out _));
    }

    [Fact]
    public async Task Media_Uploaded_ComesBackAsItWas_AndStaysWhileItIsNamed()
    {
        byte[] picture = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3];
        using var added = await UploadAsync("tea.jpg", picture);
        added.EnsureSuccessStatusCode();
        await PutAsync(host.Client, "/api/content/pic", """{"kind":"image","name":"P","media":["tea.jpg"]}""");

        using var got = await host.Client.GetAsync("/api/media/tea.jpg");
        await RunningHost.ProblemAsync(await host.Client.DeleteAsync("/api/media/tea.jpg"), 409);
        await RunningHost.ProblemAsync(await UploadAsync("tea.jpg", [0xFF, 0xD8, 0xFF, 0]), 422);
        await RunningHost.ProblemAsync(await UploadAsync("tea.exe", [1]), 422);
        using var spare = await UploadAsync("spare.jpg", picture);
        using var gone = await host.Client.DeleteAsync("/api/media/spare.jpg");

        Assert.Equal(picture, await got.Content.ReadAsByteArrayAsync());
        Assert.Equal("image/jpeg", got.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", got.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal(HttpStatusCode.NoContent, gone.StatusCode);
        var list = await host.Client.GetFromJsonAsync<JsonElement>("/api/media?limit=1");
        Assert.Equal("tea.jpg", list.GetProperty("items")[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task Persona_Saved_ComesBack_AndHoldsItsContents()
    {
        await PutAsync(
            host.Client,
            "/api/personas/founder",
            """{"name":"创始人","type":"expert","forbiddenWords":["最好"]}"""
        );

        var one = await host.Client.GetFromJsonAsync<JsonElement>("/api/personas/founder");
        using var said = await host.Client.PutAsync(
            "/api/content/best",
            Json(Text("全网最好", """, "persona":"founder" """))
        );

        Assert.Equal("expert", one.GetProperty("type").GetString());
        var problem = await RunningHost.ProblemAsync(said, 422);
        Assert.Equal("CNT011", problem.GetProperty("diagnostics")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task Kinds_InChinese_AreNamedInChinese()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/content-kinds");
        request.Headers.AcceptLanguage.Add(new StringWithQualityHeaderValue("zh-CN"));
        using var answer = await host.Client.SendAsync(request);
        var kinds = await answer.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Contains(
            kinds.GetProperty("items").EnumerateArray(),
            kind => kind.GetProperty("name").ValueEquals("check-in") && kind.GetProperty("label").ValueEquals("打卡")
        );
    }

    [Theory]
    [InlineData("/api/content/x", "[", 400)]
    [InlineData("/api/content/x", """{"kind":"text","colour":"red"}""", 400)]
    [InlineData("/api/content/x", """{"kind":"text","values":["nice"]}""", 400)]
    [InlineData("/api/content/x", """{"kind":"text","name":"X"}""", 422)]
    [InlineData("/api/content/X_1", """{"kind":"text","name":"X","texts":{"zh":{"text":"a"}}}""", 422)]
    [InlineData("/api/personas/x", """{"name":""}""", 422)]
    [InlineData("/api/personas/x", """{"name":"x","type":"ghost"}""", 400)]
    public async Task Put_WhatCannotBeKept_IsAProblem(string path, string body, int status) =>
        await RunningHost.ProblemAsync(await host.Client.PutAsync(path, Json(body)), status);

    [Theory]
    [InlineData("/api/content/nobody", 404)]
    [InlineData("/api/content/nobody/versions", 404)]
    [InlineData("/api/content/nobody/history", 404)]
    [InlineData("/api/media/nobody.jpg", 404)]
    [InlineData("/api/personas/nobody", 404)]
    [InlineData("/api/content?limit=0", 400)]
    [InlineData("/api/content?state=Lost", 400)]
    public async Task Get_WhatIsNotThere_IsAProblem(string path, int status) =>
        await RunningHost.ProblemAsync(await host.Client.GetAsync(path), status);

    private static StringContent Json(string text) => new(text, System.Text.Encoding.UTF8, "application/json");

    private static string Text(string text, string more = "") =>
        $$$"""{"kind":"text","name":"T","texts":{"zh":{"text":"{{{text}}}"}}{{{more}}}}""";

    private static string State(JsonElement body) =>
        $"{body.GetProperty("state").GetString()} {body.GetProperty("version").GetInt32()}";

    private static Task<JsonElement> PutAsync(HttpClient client, string path, string body) =>
        ReadAsync(client.PutAsync(path, Json(body)));

    private static Task<JsonElement> PostAsync(HttpClient client, string path, string body = "{}") =>
        ReadAsync(client.PostAsync(path, Json(body)));

    private static async Task<JsonElement> ReadAsync(Task<HttpResponseMessage> sending)
    {
        using var response = await sending;
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    private Task<HttpResponseMessage> UploadAsync(string name, byte[] bytes)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        return host.Client.PutAsync($"/api/media/{name}", content);
    }
}
