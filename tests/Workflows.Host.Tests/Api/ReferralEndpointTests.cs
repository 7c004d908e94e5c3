using System.Buffers.Text;
using System.Net.Http.Json;
using System.Text.Json;
using Workflows.Host.Tests.Commands;

namespace Workflows.Host.Tests.Api;

public sealed class ReferralEndpointTests(RunningHost host) : IClassFixture<RunningHost>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private int _events;

    [Fact]
    public async Task Distribution_Installed_PaysTheTwoAboveAndTellsThem()
    {
        await SaveAsync("tea", """{"levels":2,"distributorRights":"内部价","inviteeRights":"首单立减"}""");
        await PublishAsync("/api/rule-sets", ["rules", "distributor-tiers", "rules.json"]);
        await PublishAsync("/api/definitions?publish=true", ["workflows", "two-level-distribution", "workflow.json"]);

        var grandma = await MeetAsync("grandma", "distributor.applied", null);
        await UntilAsync(() => IsDistributorAsync(grandma));
        var mum = await MeetAsync("mum", "contact.joined", Code(grandma));
        await TellAsync("mum", "distributor.applied", new { });
        await UntilAsync(() => IsDistributorAsync(mum));
        var child = await MeetAsync("child", "contact.joined", Code(mum));
        await TellAsync("child", "distributor.applied", new { });
        await UntilAsync(() => IsDistributorAsync(child));
        var friend = await MeetAsync("friend", "contact.joined", Code(child));
        await UntilAsync(async () => await MemberAsync(friend) is not null);

        await TellAsync("friend", "order.paid", new { order = "N1", amount = 199.9m });
        await UntilAsync(async () => await OwedAsync(child) == 10m && await OwedAsync(mum) == 10m);
        await TellAsync("friend", "order.refunded", new { order = "N1", amount = 99.9m });
        await UntilAsync(async () => await OwedAsync(child) == 5m && await OwedAsync(mum) == 5m);
        Assert.Equal(0m, await OwedAsync(grandma));

        var paid = (await MemberAsync(mum))!.Value.GetProperty("commissions");
        Assert.Equal((2, 100m), (paid[0].GetProperty("level").GetInt32(), paid[0].GetProperty("kept").GetDecimal()));
        await UntilAsync(async () =>
            (await HistoryAsync(child)).Contains("referral.taken-back", StringComparison.Ordinal)
        );
        Assert.Contains("referral.earned", await HistoryAsync(mum), StringComparison.Ordinal);
        Assert.DoesNotContain("referral.", await HistoryAsync(grandma), StringComparison.Ordinal);

        var figures = await ReadAsync(
            $"/api/referral/programs/tea/figures?to={Uri.EscapeDataString("2099-01-01T00:00:00Z")}&from=2020-01-01"
        );
        Assert.Equal((3, 1), (Whole(figures, "distributors"), Whole(figures, "active")));
        Assert.Equal([1, 2], figures.GetProperty("levels").EnumerateArray().Select(one => Whole(one, "level")));
        Assert.Equal(
            (3, 3),
            (Whole(figures.GetProperty("invites"), "inviters"), Whole(figures.GetProperty("invites"), "accepted"))
        );
        var invites = await ReadAsync("/api/invites/tea?from=2020-01-01&to=2099-01-01");
        Assert.Equal(1m, invites.GetProperty("k").GetDecimal());
    }

    [Theory]
    [InlineData("cake", """{"levels":3,"distributorRights":"a","inviteeRights":"b"}""", "REF001")]
    [InlineData("cake", """{"levels":0,"distributorRights":"a","inviteeRights":"b"}""", "REF001")]
    [InlineData("cake", """{"distributorRights":"a"}""", "REF004")]
    [InlineData("c-ke", """{"distributorRights":"a","inviteeRights":"b"}""", "REF005")]
    public async Task Save_ProgramThatMayNotBe_SaysWhy(string name, string json, string code)
    {
        using var body = new StringContent(json, System.Text.Encoding.UTF8, "application/json");

        var problem = await RunningHost.ProblemAsync(
            await host.Client.PutAsync($"/api/referral/programs/{name}", body),
            422
        );

        Assert.Equal(code, problem.GetProperty("diagnostics")[0].GetProperty("code").GetString());
        await RunningHost.ProblemAsync(await host.Client.GetAsync($"/api/referral/programs/{name}"), 404);
    }

    [Fact]
    public async Task Publish_RuleSetThatPaysAThirdLevel_IsRefused()
    {
        var text = await File.ReadAllTextAsync(
            Path.Combine(Repository.Root, "rules", "distributor-tiers", "rules.json")
        );
        var deep = text.Replace("\"Expression\": \"2\"", "\"Expression\": \"3\"", StringComparison.Ordinal)
            .Replace("\"distributor-tiers\"", "\"deep-tiers\"", StringComparison.Ordinal);
        using var body = new StringContent(deep, System.Text.Encoding.UTF8, "application/json");

        var problem = await RunningHost.ProblemAsync(await host.Client.PostAsync("/api/rule-sets", body), 422);

        Assert.Contains(
            problem.GetProperty("diagnostics").EnumerateArray(),
            one => one.GetProperty("code").GetString() is "REF001"
        );
    }

    [Fact]
    public async Task Import_Rows_KeepsTheRightOnesAndTellsTheOthers()
    {
        await SaveAsync("milk", """{"levels":1,"distributorRights":"a","inviteeRights":"b"}""");
        await MeetAsync("m1", "met", null);
        await MeetAsync("m2", "met", null);
        object[] rows =
        [
            new
            {
                contact = "phone:m1",
                isDistributor = true,
                joinedAt = "2026-01-01T00:00:00Z",
            },
            new
            {
                contact = "phone:m2",
                referrer = "phone:m1",
                level = 2,
            },
            new
            {
                contact = "phone:m2",
                referrer = "phone:m1",
                level = 3,
            },
            new { contact = "phone:nobody" },
            new { contact = "phone:m1", referrer = "phone:m2" },
            new { contact = "phone:m1", referrer = "phone:m1" },
        ];

        var first = await ImportAsync("milk", rows);
        var second = await ImportAsync("milk", rows);

        Assert.Equal((2, 0), (Whole(first, "added"), Whole(first, "known")));
        Assert.Equal((0, 2), (Whole(second, "added"), Whole(second, "known")));
        Assert.Equal(
            ["$[2].level REF001", "$[3].contact REF007", "$[4].referrer REF007", "$[5].referrer REF008"],
            first
                .GetProperty("mistakes")
                .EnumerateArray()
                .Select(one => $"{one.GetProperty("path").GetString()} {one.GetProperty("code").GetString()}")
        );
        var page = await ReadAsync("/api/referral/programs/milk/members?limit=1");
        Assert.Single(page.GetProperty("items").EnumerateArray());
        var rest = await ReadAsync($"/api/referral/programs/milk/members?after={page.GetProperty("next").GetString()}");
        Assert.Single(rest.GetProperty("items").EnumerateArray());
        await RunningHost.ProblemAsync(await host.Client.GetAsync("/api/referral/programs/none/members"), 404);
        await RunningHost.ProblemAsync(await host.Client.GetAsync("/api/referral/programs/milk/members?after=x"), 400);
        await RunningHost.ProblemAsync(
            await host.Client.PostAsJsonAsync(
                "/api/referral/programs/milk/members",
                new { members = Array.Empty<object>() }
            ),
            400
        );
    }

    [Fact]
    public async Task Command_SetImportAndFigures_SayTheSame()
    {
        var data = Directory.CreateTempSubdirectory("workflows-data-").FullName;
        try
        {
            var said = new[] { "--distributor-rights", "内部价", "--invitee-rights", "立减", "--data", data };
            (await Shell.RunAsync(["referral", "set", "tea", "--levels", "3", .. said])).IsBadInput("REF001");
            (await Shell.RunAsync("referral", "set", "tea", "--levels", "2", "--data", data)).IsBadInput("REF004");
            (await Shell.RunAsync("referral", "figures", "tea", "--data", data)).IsBadInput("tea");
            Assert.Equal(
                2,
                (await Shell.RunAsync(["referral", "set", "tea", .. said])).Json().GetProperty("levels").GetInt32()
            );
            var closed = await Shell.RunAsync(
                "referral",
                "set",
                "tea",
                "--levels",
                "1",
                "--open",
                "false",
                "--data",
                data
            );
            Assert.Equal("内部价", closed.Json().GetProperty("distributorRights").GetString());
            Assert.False(
                (await Shell.RunAsync("referral", "list", "--data", data)).Json().GetProperty("isOpen").GetBoolean()
            );

            using var file = new TemporaryFile("contact,level\nphone:1,3\nphone:2,\n,x\n", "members.csv");
            var import = await Shell.RunAsync("referral", "import", "tea", file.Path, "--data", data);
            Assert.Equal(2, import.Code);
            Assert.Contains("line 2: REF001", import.Output, StringComparison.Ordinal);
            Assert.Contains("line 3: REF007", import.Output, StringComparison.Ordinal);
            Assert.Contains("line 4: level: REF006", import.Output, StringComparison.Ordinal);
            Assert.Contains("0 added, 0 known, 3 wrong", import.Output, StringComparison.Ordinal);
            Assert.Equal(
                0,
                Whole((await Shell.RunAsync("referral", "figures", "tea", "--data", data)).Json(), "distributors")
            );
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private static int Whole(JsonElement element, string name) => element.GetProperty(name).GetInt32();

    private static object Code(Guid inviter) =>
        new { invite = $"i.tea.{Base64Url.EncodeToString(inviter.ToByteArray(bigEndian: true))}" };

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await holds())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), patience.Token);
        }
    }

    // Messages leave by the channel that this host has.
    private async Task PublishAsync(string route, string[] file)
    {
        var text = await File.ReadAllTextAsync(Path.Combine([Repository.Root, .. file]));
        using var published = await host.PostAsync(
            route,
            text.Replace(
                "\"kind\": {",
                "\"channel\": {\"typeName\":\"String\",\"expression\":{\"type\":\"Literal\",\"value\":\"webhook\"}},\"kind\": {",
                StringComparison.Ordinal
            )
        );
        Assert.True(published.IsSuccessStatusCode, await published.Content.ReadAsStringAsync());
    }

    private async Task SaveAsync(string name, string json)
    {
        using var body = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        using var saved = await host.Client.PutAsync($"/api/referral/programs/{name}", body);
        saved.EnsureSuccessStatusCode();
    }

    private async Task<JsonElement> ImportAsync(string name, object[] members)
    {
        using var answer = await host.Client.PostAsJsonAsync($"/api/referral/programs/{name}/members", new { members });
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private async Task TellAsync(string phone, string type, object? data)
    {
        using var accepted = await host.Client.PostAsJsonAsync(
            "/api/events",
            new
            {
                source = "test",
                id = $"{_events++}-{phone}-{type}",
                type,
                at = DateTimeOffset.UtcNow,
                contact = new { phone },
                data = data ?? new { },
            }
        );
        Assert.True(accepted.IsSuccessStatusCode, await accepted.Content.ReadAsStringAsync());
    }

    private async Task<Guid> MeetAsync(string phone, string type, object? data)
    {
        await TellAsync(phone, type, data);
        var found = await ReadAsync($"/api/contacts?kind=phone&identity={phone}");
        return found.GetProperty("items")[0].GetProperty("id").GetGuid();
    }

    private async Task<JsonElement?> MemberAsync(Guid contact)
    {
        using var answer = await host.Client.GetAsync($"/api/referral/programs/tea/members/{contact}");
        return answer.IsSuccessStatusCode ? await answer.Content.ReadFromJsonAsync<JsonElement>() : null;
    }

    private async Task<bool> IsDistributorAsync(Guid contact) =>
        await MemberAsync(contact) is { } member
        && member.GetProperty("member").TryGetProperty("distributorSince", out var since)
        && since.ValueKind == JsonValueKind.String;

    private async Task<decimal> OwedAsync(Guid contact) =>
        (await MemberAsync(contact))!.Value.GetProperty("member").GetProperty("owed").GetDecimal();

    private async Task<string> HistoryAsync(Guid contact) =>
        (await ReadAsync($"/api/contacts/{contact}/360")).GetRawText();

    private async Task<JsonElement> ReadAsync(string path) => await host.Client.GetFromJsonAsync<JsonElement>(path);
}
