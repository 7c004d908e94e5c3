using System.Text;
using System.Text.Json;
using Workflows.Host.Tests.Elsa;

namespace Workflows.Host.Tests.Api;

/// <summary>Whoever asks in Chinese hears in Chinese what is wrong, whichever room found it.</summary>
public sealed class ChineseAnswerTests(RunningHost host) : IClassFixture<RunningHost>
{
    private const string Unknown = """{"id":"x","type":"Acme.Fly","version":1}""";

    [Theory]
    [InlineData("/api/definitions?publish=true")]
    [InlineData("/api/definitions/validate")]
    public async Task Runtime_WorkflowWithMistakes_IsChinese(string route) =>
        Assert.Contains(
            "没有节点类型“Acme.Fly”。|请安装提供它的插件，或换用其他节点。",
            Told(await AskAsync(route, Definition(Unknown), 422))
        );

    [Fact]
    public async Task Runtime_DraftWithMistakes_IsChinese() =>
        Assert.Contains(
            "没有节点类型“Acme.Fly”。|请安装提供它的插件，或换用其他节点。",
            Told(await AskAsync("/api/definitions", Definition(Unknown), 200))
        );

    [Fact]
    public async Task Runtime_Studio_IsChinese()
    {
        var model = ElsaHost.Waiting("chinese");
        model["root"]!["activities"]![0]!["type"] = "Acme.Fly";
        var request = $$"""{"model":{{model.ToJsonString()}}""";

        var draft = await AskAsync("/elsa/api/workflow-definitions", request + "}", 200);
        var refused = await AskAsync("/elsa/api/workflow-definitions", request + ""","publish":true}""", 400);

        var finding = draft.GetProperty("validationErrors")[0].GetProperty("message").GetString();
        Assert.Contains("没有节点类型“Acme.Fly”。", finding, StringComparison.Ordinal);
        Assert.Contains(
            refused.GetProperty("errors").GetProperty("generalErrors").EnumerateArray(),
            error => error.GetString()!.Contains("没有节点类型“Acme.Fly”。", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Expressions_InAWorkflow_IsChinese()
    {
        const string Line =
            """{"id":"a","type":"Elsa.WriteLine","version":1,"text":{"typeName":"String","expression":{"type":"JavaScript","value":"eval('1')"}}}""";

        Assert.Contains(
            "文字：脚本中不能使用“eval”。|",
            Told(await AskAsync("/api/definitions?publish=true", Definition(Line), 422))
        );
    }

    [Fact]
    public async Task Rules_Document_IsChinese()
    {
        const string Empty = """{"WorkflowName":"empty","Rules":[]}""";

        Assert.Contains("规则集没有规则。|请至少添加一条规则。", Told(await AskAsync("/api/rule-sets", Empty, 422)));
    }

    private static string[] Told(JsonElement answer) =>
        [
            .. answer
                .GetProperty("diagnostics")
                .EnumerateArray()
                .Select(one => $"{one.GetProperty("message").GetString()}|{Remedy(one)}"),
        ];

    private static string? Remedy(JsonElement diagnostic) =>
        diagnostic.TryGetProperty("remedy", out var remedy) ? remedy.GetString() : null;

    private async Task<JsonElement> AskAsync(string route, string body, int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, route)
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        request.Headers.AcceptLanguage.ParseAdd("zh-CN");

        using var response = await host.Client.SendAsync(request);

        Assert.Equal(status, (int)response.StatusCode);
        return JsonElement.Parse(await response.Content.ReadAsStringAsync());
    }

    private static string Definition(string activity) =>
        $$$"""{"definitionId":"chinese-answers","name":"Chinese answers","version":1,"root":{"id":"root","type":"Elsa.Sequence","version":1,"activities":[{{{activity}}}]}}""";
}
