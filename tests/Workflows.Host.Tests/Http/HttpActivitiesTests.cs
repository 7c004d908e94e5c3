using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Workflows.Host.Tests.Api;

namespace Workflows.Host.Tests.Http;

public sealed class HttpActivitiesTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    public async Task Endpoint_WithResponse_AnswersTheCaller()
    {
        await PublishAsync(
            "greet",
            Endpoint("hello/{name}", "GET", "POST"),
            Respond(
                "JavaScript",
                "'hello ' + getOutputFrom('Endpoint1','RouteData').name + ' ' + getOutputFrom('Endpoint1','QueryStringData').q"
            )
        );

        using var answer = await host.Stranger.GetAsync("/hooks/Hello/li?q=7");

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal("hello li 7", await answer.Content.ReadAsStringAsync());
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task Endpoint_JsonBody_IsAValue()
    {
        await PublishAsync(
            "order-in",
            Endpoint("orders", "POST"),
            Respond("JavaScript", "'' + (getOutputFrom('Endpoint1','ParsedContent').amount * 2)")
        );

        using var answer = await host.Stranger.PostAsJsonAsync("/hooks/orders", new { amount = 21 });

        Assert.Equal("42", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Endpoint_InsideAWorkflow_WaitsForItsAddress()
    {
        await PublishAsync(
            "two-steps",
            Endpoint("steps/one", "POST"),
            Respond("Literal", "first"),
            Endpoint("steps/two", "POST")
                .Replace("Endpoint1", "Endpoint2", StringComparison.Ordinal)
                .Replace("\"canStartWorkflow\":true", "\"canStartWorkflow\":false", StringComparison.Ordinal),
            Respond("Literal", "second").Replace("\"respond\"", "\"respond2\"", StringComparison.Ordinal)
        );

        using var early = await host.Stranger.PostAsync("/hooks/steps/two", null);
        using var first = await host.Stranger.PostAsync("/hooks/steps/one", null);
        using var second = await host.Stranger.PostAsync("/hooks/steps/two", null);

        Assert.Equal(HttpStatusCode.NotFound, early.StatusCode);
        Assert.Equal("first", await first.Content.ReadAsStringAsync());
        Assert.Equal("second", await second.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Endpoint_WithoutResponse_IsAccepted()
    {
        await PublishAsync("silent", Endpoint("silent", "GET"));

        using var answer = await host.Stranger.GetAsync("/hooks/silent");

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(Guid.TryParseExact(body.GetProperty("workflowInstanceId").GetString(), "N", out _));
    }

    [Fact]
    public async Task Endpoint_Authorize_RefusesStrangers()
    {
        await PublishAsync(
            "guarded",
            With(
                Endpoint("guarded", "GET"),
                """
                "authorize":{"typeName":"Boolean","expression":{"type":"Literal","value":"True"}}
                """
            ),
            Respond("Literal", "in")
        );

        using var refused = await host.Stranger.GetAsync("/hooks/guarded");
        using var served = await host.Client.GetAsync("/hooks/guarded");

        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Equal("in", await served.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("/hooks/nobody-listens")]
    [InlineData("/hooks/")]
    [InlineData("/hooks/..%2fapi/definitions")]
    public async Task Hooks_UnknownAddress_IsNotFound(string address) =>
        Assert.Equal(HttpStatusCode.NotFound, (await host.Stranger.GetAsync(address)).StatusCode);

    [Fact]
    public async Task Request_Answer_IsAnOutputAndChoosesTheOutcome()
    {
        await using var shop = await ServeAsync();
        await PublishAsync(
            "asks",
            Endpoint("ask", "GET"),
            Request($"{shop.Urls.First()}/price/tea"),
            Respond(
                "JavaScript",
                "getOutputFrom('Request1','StatusCode') + ' ' + getOutputFrom('Request1','ParsedContent').price"
            )
        );

        using var answer = await host.Stranger.GetAsync("/hooks/ask");

        Assert.Equal("200 12.5", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Request_NobodyAnswers_TakesItsPort()
    {
        await PublishAsync(
            "asks-nobody",
            Endpoint("ask-nobody", "GET"),
            With(
                Request("http://127.0.0.1:1/"),
                """
                "failedToConnect":{"id":"alone","type":"Elsa.SetName","version":1,"value":{"typeName":"String","expression":{"type":"Literal","value":"alone"}}}
                """
            ),
            Respond("JavaScript", "getWorkflowInstanceName()")
        );

        using var answer = await host.Stranger.GetAsync("/hooks/ask-nobody");

        Assert.Equal("alone", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Request_Secret_StaysOutOfTheJournal()
    {
        await using var shop = await ServeAsync();
        await PublishAsync(
            "asks-secretly",
            Endpoint("ask-secretly", "GET"),
            With(
                Request($"{shop.Urls.First()}/who"),
                """
                "authorization":{"typeName":"String","expression":{"type":"JavaScript","value":"'Bearer ' + 'hunter2'"}}
                """
            ),
            Respond("JavaScript", "getOutputFrom('Request1','ParsedContent')")
        );

        using var answer = await host.Stranger.GetAsync("/hooks/ask-secretly");
        Assert.Equal("Bearer hunter2", await answer.Content.ReadAsStringAsync());

        var instances = await host.Client.GetFromJsonAsync<JsonElement>("/api/instances?definitionId=asks-secretly");
        var id = instances.GetProperty("items")[0].GetProperty("id").GetString();
        var journal = await host.Client.GetStringAsync($"/api/instances/{id}/journal");
        Assert.DoesNotContain("hunter2", journal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Download_File_IsHandedOnAsItCame()
    {
        await using var shop = await ServeAsync();
        await PublishAsync(
            "fetches",
            Endpoint("fetch", "GET"),
            Download($"{shop.Urls.First()}/bill"),
            """
            {"id":"file","type":"Elsa.WriteFileHttpResponse","version":1,
             "content":{"typeName":"Object","expression":{"type":"JavaScript","value":"getOutputFrom('Download1','Response')"}}}
            """
        );

        using var answer = await host.Stranger.GetAsync("/hooks/fetch");

        Assert.Equal([0, 255, 10, 200], await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("账单.pdf", answer.Content.Headers.ContentDisposition!.FileNameStar);
    }

    [Fact]
    public async Task Download_FileLargerThanAllowed_FailsToConnect()
    {
        await using var shop = await ServeAsync();
        await PublishAsync(
            "fetches-too-much",
            Endpoint("fetch-too-much", "GET"),
            With(
                Download($"{shop.Urls.First()}/bill"),
                """
                "sizeLimit":{"typeName":"Int64","expression":{"type":"Literal","value":"3"}}
                """
            ),
            Respond("JavaScript", "'' + getOutputFrom('Download1','StatusCode')")
        );

        using var answer = await host.Stranger.GetAsync("/hooks/fetch-too-much");

        Assert.Equal("null", await answer.Content.ReadAsStringAsync());
    }

    private static async Task<WebApplication> ServeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var application = builder.Build();
        application.MapGet("/price/{article}", () => Results.Json(new { price = 12.5 }));
        application.MapGet("/who", (HttpRequest request) => request.Headers.Authorization.ToString());
        application.MapGet("/bill", () => Results.File(new byte[] { 0, 255, 10, 200 }, "application/pdf", "账单.pdf"));
        await application.StartAsync();
        return application;
    }

    private async Task PublishAsync(string id, params string[] activities)
    {
        var json = new StringBuilder()
            .Append(
                $$"""{"definitionId":"{{id}}","name":"{{id}}","root":{"id":"s","type":"Elsa.Sequence","version":1,"activities":["""
            )
            .AppendJoin(',', activities)
            .Append("]}}");
        using var published = await host.PostAsync("/api/definitions?publish=true", json.ToString());
        Assert.True(published.IsSuccessStatusCode, await published.Content.ReadAsStringAsync());
    }

    private static string With(string activity, string member) =>
        activity.Replace("\"version\":1", $"\"version\":1,{member}", StringComparison.Ordinal);

    private static string Endpoint(string path, params string[] methods)
    {
        var list = JsonSerializer.Serialize(JsonSerializer.Serialize(methods));
        return """
            {"id":"Endpoint1","name":"Endpoint1","type":"Elsa.HttpEndpoint","version":1,"customProperties":{"canStartWorkflow":true},
             "path":{"typeName":"String","expression":{"type":"Literal","value":"PATH"}},
             "supportedMethods":{"typeName":"List<String>","expression":{"type":"Object","value":METHODS}}}
            """.Replace("PATH", path, StringComparison.Ordinal).Replace("METHODS", list, StringComparison.Ordinal);
    }

    private static string Request(string url) =>
        """
            {"id":"Request1","name":"Request1","type":"Elsa.SendHttpRequest","version":1,
             "url":{"typeName":"Uri","expression":{"type":"Literal","value":"URL"}}}
            """.Replace("URL", url, StringComparison.Ordinal);

    private static string Download(string url) =>
        Request(url)
            .Replace("Request1", "Download1", StringComparison.Ordinal)
            .Replace("Elsa.SendHttpRequest", "Elsa.DownloadHttpFile", StringComparison.Ordinal);

    private static string Respond(string notation, string content) =>
        """
            {"id":"respond","type":"Elsa.WriteHttpResponse","version":1,
             "statusCode":{"typeName":"HttpStatusCode","expression":{"type":"Literal","value":"Created"}},
             "content":{"typeName":"Object","expression":{"type":"NOTATION","value":CONTENT}}}
            """.Replace("NOTATION", notation, StringComparison.Ordinal).Replace(
            "CONTENT",
            JsonSerializer.Serialize(content),
            StringComparison.Ordinal
        );
}
