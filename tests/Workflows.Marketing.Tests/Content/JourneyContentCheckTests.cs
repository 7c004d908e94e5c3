using System.Text.Json.Nodes;
using Workflows.Expressions.Diagnostics;
using Workflows.Marketing.Content;
using Workflows.Marketing.Journeys;
using Workflows.Marketing.Tests.Journeys;
using Workflows.Rules.Validation;

namespace Workflows.Marketing.Tests.Content;

public sealed class JourneyContentCheckTests
{
    private readonly ContentBench _bench = new("name");

    [Theory]
    [InlineData("SendPrivateMessage", "\"content\":\"tea@1\"", "")]
    [InlineData("SendPrivateMessage", "\"content\":\"tea\"", "CNT021")]
    [InlineData("SendPrivateMessage", "\"content\":\"tea@2\"", "CNT020")]
    [InlineData("SendPrivateMessage", "\"content\":\"nothing@1\"", "CNT020")]
    [InlineData("SendPrivateMessage", "\"content\":\"draft@1\"", "CNT020")]
    [InlineData("SendPrivateMessage", "\"content\":\"a@b@c\"", "CNT020")]
    [InlineData("SendPrivateMessage", "\"content\":\"pdf@1\"", "")]
    [InlineData("SendPrivateMessage", "\"content\":\"gift@1\"", "CNT028")]
    [InlineData("SendPrivateMessage", "\"content\":\"cup@1\"", "")]
    [InlineData("SendSms", "\"content\":\"pdf@1\"", "CNT022")]
    [InlineData("PostMoments", "\"content\":\"tea@1\"", "")]
    [InlineData("PostMoments", "\"content\":\"pdf@1\"", "CNT022 CNT024")]
    [InlineData("PostMoments", "\"content\":\"long@1\"", "CNT022")]
    [InlineData("PostMoments", "\"kind\":\"persona\"", "")]
    [InlineData("PostMoments", "", "CNT024")]
    [InlineData("PostMoments", "\"kind\":\"offer\"", "CNT024")]
    [InlineData("PostMoments", "\"kind\":\"sop\"", "CNT024")]
    [InlineData("PostMoments", "\"kind\":\"script\"", "")]
    [InlineData("PostMoments", "\"kind\":\"expert\"", "")]
    [InlineData("PostMoments", "\"content\":\"tea@1\",\"kind\":\"sop\"", "")]
    [InlineData("SendPrivateMessage", "\"text\":\"liquid:{{ contact.name }}\"", "CNT009")]
    [InlineData("SendPrivateMessage", "\"text\":\"liquid:{{ contact.nam }}\"", "CNT008")]
    [InlineData("SendPrivateMessage", "\"text\":\"liquid:{{ contact.name | default: 'x' }}\"", "")]
    [InlineData("SendPrivateMessage", "\"linkUrl\":\"https://a.cn\",\"trackLinks\":\"false\"", "CNT023")]
    [InlineData("SendPrivateMessage", "\"trackLinks\":\"false\"", "")]
    [InlineData("SendSms", "\"text\":\"看 https://a.cn\",\"trackLinks\":\"false\"", "CNT023")]
    [InlineData("SendMessage", "\"text\":\"看 https://a.cn\",\"trackLinks\":\"false\"", "CNT023")]
    [InlineData("SendMessage", "\"text\":\"看 https://a.cn\"", "")]
    [InlineData("SendMessage", "\"content\":\"tea@2\"", "CNT020")]
    [InlineData("SendWelcome", "\"text\":\"看 https://a.cn\",\"trackLinks\":\"false\"", "CNT023")]
    [InlineData("SendWelcome", "\"text\":\"看 https://a.cn\"", "")]
    [InlineData("SendWelcome", "\"text\":\"liquid:{{ contact.nam }}\"", "CNT008")]
    [InlineData("SendWelcome", "\"text\":\"liquid:{{ contact.name }}\"", "CNT009")]
    [InlineData("SendMessage", "\"content\":\"pdf@1\",\"channel\":\"sms\"", "CNT022")]
    [InlineData("SendPrivateMessage", "\"content\":\"tea@1\",\"trackLinks\":\"false\"", "CNT023")]
    public async Task Block_Checked_SaysWhatIsWrong(string type, string inputs, string expected)
    {
        var found = await CheckAsync(type, inputs, "");

        Assert.Equal(expected, string.Join(' ', found.Select(one => one.Code)));
        Assert.All(found, one => Assert.Equal("send", one.Path));
        Assert.All(found, one => Assert.NotEqual(one.Message, one.In(Language.Chinese).Message));
        Assert.All(found, one => Assert.NotEqual(one.Remedy, one.In(Language.Chinese).Remedy));
    }

    [Theory]
    [InlineData("SendGroupMessage", "webhook", "JRN008")]
    [InlineData("SendGroupMessage", "liquid:{{ contact.name }}", "JRN008")]
    [InlineData("SendGroupMessage", "wecom", "")]
    [InlineData("SendGroupMessage", "", "")]
    [InlineData("PushToSidebar", "sidebar", "")]
    [InlineData("SendPrivateMessage", "webhook", "")]
    public async Task MiniProgramOfTheLibrary_ToAGroup_LeavesOfficiallyOrByHand(
        string type,
        string channel,
        string expected
    )
    {
        var inputs = channel.Length == 0 ? "" : $",\"channel\":\"{channel}\"";

        var found = await CheckAsync(type, $"\"content\":\"card@1\",\"group\":\"wr1\"{inputs}", "");

        Assert.Equal(
            expected,
            string.Join(
                ' ',
                found.Where(one => one.Code is not ContentCodes.FieldWithoutFallback).Select(one => one.Code)
            )
        );
    }

    [Theory]
    [InlineData("\"kind\":\"persona\"", "CNT025")]
    [InlineData("\"kind\":\"persona\",\"persona\":\"founder\"", "")]
    [InlineData("\"content\":\"tea@1\"", "CNT025")]
    public async Task Moments_InAJourneyOfPersonas_AreSaidByOne(string inputs, string expected)
    {
        var found = await CheckAsync("PostMoments", inputs, "\"personas\":true");

        Assert.Equal(expected, string.Join(' ', found.Select(one => one.Code)));
    }

    [Theory]
    [InlineData("\"tracksLinks\":true", "\"text\":\"https://a.cn\"", "CNT023")]
    [InlineData("\"tracksLinks\":true", "\"content\":\"tea@1\"", "CNT023")]
    [InlineData("\"tracksLinks\":true", "\"text\":\"a.cn\"", "")]
    public async Task Link_WhereTheJourneyAsksForTracking_IsAMistakeWithoutIt(
        string properties,
        string inputs,
        string expected
    )
    {
        var found = await CheckAsync("SendPrivateMessage", inputs, properties, isTracked: false);

        Assert.Equal(expected, string.Join(' ', found.Select(one => one.Code)));
        Assert.All(found, one => Assert.Contains("Workflows:Links", one.In(Language.Chinese).Remedy!));
    }

    [Fact]
    public async Task Link_WhereNobodyAsksForTracking_IsToldWithoutIt()
    {
        var found = await CheckAsync("SendPrivateMessage", "\"text\":\"https://a.cn\"", "", isTracked: false);

        var one = Assert.Single(found);
        Assert.Equal((ContentCodes.Untracked, DiagnosticSeverity.Warning), (one.Code, one.Severity));
    }

    [Theory]
    [InlineData("sourceTag=扫码", "trackLinks=true", true, "")]
    [InlineData("", "trackLinks=true", true, "JRN020 Warning")]
    [InlineData("sourceTag=扫码", "trackLinks=false", true, "CNT023 Error")]
    [InlineData("sourceTag=扫码", "trackLinks=true", false, "CNT023 Error")]
    [InlineData("", "trackLinks=false", true, "JRN020 Warning, CNT023 Error")]
    public async Task Journey_ThatOperatesBlind_IsToldOfItsEntryAndItsLinks(
        string entry,
        string message,
        bool isTracked,
        string expected
    )
    {
        var graph = ShippedJourney.Compile(
            Drawing.Of(
                $"""
                QrScanned1 Marketing.QrScanned {entry} -> Tell1
                Tell1 Marketing.SendPrivateMessage template=t kind=knowledge text=看 linkUrl=https://a.cn {message} *
                """,
                "\"tracksLinks\":true"
            )
        );

        var found = await Task.WhenAll(
            new JourneyCheck(await ShippedJourney.RuleSetsAsync(), channels: null).CheckAsync(graph, default).AsTask(),
            new JourneyContentCheck(_bench.Fields, null, null, ContentBench.Tenant) { TracksLinks = isTracked }
                .CheckAsync(graph, default)
                .AsTask()
        );

        Assert.Equal(
            expected,
            string.Join(
                ", ",
                found
                    .SelectMany(all => all)
                    .Where(one => one.Source is "S3-06")
                    .Select(one => $"{one.Code} {one.Severity}")
            )
        );
    }

    private async Task<IReadOnlyList<Diagnostic>> CheckAsync(
        string type,
        string inputs,
        string properties,
        bool isTracked = true
    )
    {
        await _bench.AddFileAsync("a.pdf", "%PDF-1"u8.ToArray());
        await _bench.AddFileAsync("v.mp4", ContentBench.Mp4(60));
        var item = new ContentItem
        {
            Id = "tea",
            Kind = "article",
            Name = "T",
            Theme = ContentTheme.Sales,
            Url = "https://brand.cn",
        };
        await _bench.ApproveAsync(item);
        await _bench.ApproveAsync(item with { Id = "gift", Stock = "gifts" });
        await _bench.ApproveAsync(item with { Id = "cup", Stock = "cups" });
        var stocks = new MemoryStockLedger();
        await stocks.SaveAsync(ContentBench.Tenant, new Stock("cups", 3), default);
        await _bench.ApproveAsync(
            new ContentItem
            {
                Id = "pdf",
                Kind = "file",
                Name = "P",
                Media = ["a.pdf"],
            }
        );
        await _bench.ApproveAsync(
            item with
            {
                Id = "card",
                Kind = "mini-program",
                Url = null,
                MiniProgram = new ContentPage("wx1", "pages/a"),
            }
        );
        await _bench.ApproveAsync(item with { Id = "long", Kind = "video", Url = null, Media = ["v.mp4"] });
        await _bench.Library.WriteAsync(
            ContentBench.Tenant,
            item with
            {
                Id = "draft",
            },
            "ann",
            _bench.Clock.GetUtcNow(),
            default
        );
        var check = new JourneyContentCheck(_bench.Fields, _bench.Store, _bench.Media, ContentBench.Tenant)
        {
            TracksLinks = isTracked,
            Stocks = stocks,
        };
        return await check.CheckAsync(ShippedJourney.Compile(Journey(type, inputs, properties)), default);
    }

    private static string Journey(string type, string inputs, string properties)
    {
        var activity = new JsonObject
        {
            ["id"] = "send",
            ["type"] = $"Marketing.{type}",
            ["template"] = Input("t"),
            ["staff"] = Input("zhang"),
        };
        foreach (var (name, value) in JsonNode.Parse($"{{{inputs}}}")!.AsObject())
        {
            activity[name] = Input(value!.GetValue<string>());
        }

        return new JsonObject
        {
            ["definitionId"] = "j",
            ["name"] = "J",
            ["customProperties"] = JsonNode.Parse($"{{{properties}}}"),
            ["root"] = new JsonObject
            {
                ["id"] = "root",
                ["type"] = "Elsa.Sequence",
                ["activities"] = new JsonArray(activity),
            },
        }.ToJsonString();
    }

    private static JsonObject Input(string value)
    {
        var isLiquid = value.StartsWith("liquid:", StringComparison.Ordinal);
        return new JsonObject
        {
            ["typeName"] = "String",
            ["expression"] = new JsonObject
            {
                ["type"] = isLiquid ? "Liquid" : "Literal",
                ["value"] = isLiquid ? value["liquid:".Length..] : value,
            },
        };
    }
}
