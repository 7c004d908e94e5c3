using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Workflows.Host.Tests.Api;

public sealed class EventEndpointTests(RunningHost host) : IClassFixture<RunningHost>
{
    [Fact]
    public async Task Post_NewEvent_IsAcceptedAndAgainIsADuplicate()
    {
        var body = Event("once", "C-once");

        using var first = await host.PostAsync("/api/events", body);
        using var second = await host.PostAsync("/api/events", body);

        Assert.Equal(HttpStatusCode.Accepted, first.StatusCode);
        Assert.Equal((1, 0), await CountsAsync(first));
        Assert.Equal(HttpStatusCode.Accepted, second.StatusCode);
        Assert.Equal((0, 1), await CountsAsync(second));
    }

    [Fact]
    public async Task Post_LargestBatch_IsAccepted()
    {
        var batch =
            $"[{string.Join(',', Enumerable.Range(0, 10_000).Select(i => Event($"batch-{i}", $"C{i % 500}")))}]";

        using var response = await host.PostAsync("/api/events", batch);

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal((10_000, 0), await CountsAsync(response));
    }

    [Fact]
    public async Task Post_BatchThatIsTooLarge_Is422()
    {
        var batch = $"[{string.Join(',', Enumerable.Range(0, 10_001).Select(i => Event($"big-{i}", "C1")))}]";

        var problem = await RunningHost.ProblemAsync(await host.PostAsync("/api/events", batch), 422);

        Assert.Contains(
            "10000",
            problem.GetProperty("diagnostics")[0].GetProperty("message").GetString()!,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Post_BadRowsInABatch_NamesThemAllAndAcceptsNone()
    {
        var batch =
            $"[{Event("row-0", "C-rows")},{{\"source\":\"shop\"}},{Event("row-2", "C-rows").Replace("+08:00", "", StringComparison.Ordinal)}]";

        var problem = await RunningHost.ProblemAsync(await host.PostAsync("/api/events", batch), 422);
        using var alone = await host.PostAsync("/api/events", Event("row-0", "C-rows"));

        var paths = problem
            .GetProperty("diagnostics")
            .EnumerateArray()
            .Select(row => row.GetProperty("path").GetString()!)
            .ToArray();
        Assert.Contains(paths, path => path.StartsWith("$[1]", StringComparison.Ordinal));
        Assert.Contains("$[2].at", paths);
        Assert.DoesNotContain(paths, path => path.StartsWith("$[0]", StringComparison.Ordinal));
        Assert.Equal((1, 0), await CountsAsync(alone));
    }

    [Theory]
    [InlineData("{\"source\": }", "line 1, column 12")]
    [InlineData("", "line 1, column 1")]
    [InlineData("{\n\"客\": \u0001}", "line 2, column 6")]
    public async Task Post_BrokenJson_Is400WithThePlace(string body, string place)
    {
        var problem = await RunningHost.ProblemAsync(await host.PostAsync("/api/events", body), 400);

        Assert.Contains(place, problem.GetProperty("detail").GetString()!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("[]")]
    [InlineData("[[]]")]
    [InlineData("{}")]
    [InlineData("[null]")]
    public async Task Post_JsonOfAnotherShape_Is422(string body) =>
        await RunningHost.ProblemAsync(await host.PostAsync("/api/events", body), 422);

    [Fact]
    public async Task Post_DeepJson_IsAProblem() =>
        await RunningHost.ProblemAsync(
            await host.PostAsync("/api/events", new string('[', 5_000) + new string(']', 5_000)),
            400
        );

    [Fact]
    public async Task Post_NotJsonByContentType_Is415()
    {
        using var response = await host.Client.PostAsync("/api/events", new StringContent("a=b"));

        await RunningHost.ProblemAsync(response, 415);
    }

    [Fact]
    public async Task Post_BodyBeyondTheLimit_Is413()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/events");
        request.Content = new StringContent(
            $"\"{new string('x', 17 * 1024 * 1024)}\"",
            Encoding.UTF8,
            "application/json"
        );
        // The answer comes before the body is sent; a client that just sends would only see the connection close.
        request.Headers.ExpectContinue = true;

        using var response = await host.Client.SendAsync(request);

        await RunningHost.ProblemAsync(response, 413);
    }

    private static string Event(string id, string contact) =>
        $$$"""{"source":"shop","id":"{{{id}}}","type":"order.paid","at":"2021-01-01T00:00:00+08:00","contact":{"external_userid":"{{{contact}}}"},"data":{"quantity":1,"amount":11.77}}""";

    private static async Task<(int Accepted, int Duplicates)> CountsAsync(HttpResponseMessage response)
    {
        var body = await response.Content.ReadFromJsonAsync<JsonElement>();
        return (body.GetProperty("accepted").GetInt32(), body.GetProperty("duplicates").GetInt32());
    }
}
