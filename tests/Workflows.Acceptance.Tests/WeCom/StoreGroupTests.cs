using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Workflows.Acceptance.Tests.Live;
using Workflows.WeComEmulator.Callbacks;
using Workflows.WeComEmulator.Controls;

namespace Workflows.Acceptance.Tests.WeCom;

/// <summary>
/// The template <c>store-lbs-group</c> as it is installed, with an emulated WeCom at the other end (S0-32): a customer scans the code of a store,
/// is led into its group by the link in the welcome, gets the cards of its procedure, and orders.
/// </summary>
[Collection("live")]
public sealed partial class StoreGroupTests : IAsyncLifetime
{
    private const string Customer = "wmCoffeeCustomer01AAAAAAAAAAAAAA";
    private const string Group = "wrCoffeeRenminGroup01AAAAAAAA";
    private const string Manager = "wang.min";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly DateTimeOffset Afternoon = new(2026, 3, 2, 14, 58, 0, TimeSpan.FromHours(8));

    private readonly string _data = Directory.CreateTempSubdirectory("workflows-store-group-").FullName;
    private RunningEmulator _emulator = null!;
    private HostProcess _host = null!;

    public async Task InitializeAsync()
    {
        _emulator = await RunningEmulator.StartAsync(new EmulatorOptions { Now = Afternoon });
        var seed = _emulator.Options.Seed;
        _host = new HostProcess(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["WORKFLOWS__PROVIDER"] = "Sqlite",
                ["WORKFLOWS__DATA"] = _data,
                ["WORKFLOWS__TIMEZONE"] = "Asia/Shanghai",
                ["CHANNELS__WECOM__BASEURL"] = _emulator.Address.AbsoluteUri,
                ["CHANNELS__WECOM__CORPID"] = seed.Id,
                ["CHANNELS__WECOM__SECRET"] = seed.Apps[0].Secret,
                ["CHANNELS__WECOM__CALLBACKTOKEN"] = seed.Callback!.Token,
                ["CHANNELS__WECOM__CALLBACKAESKEY"] = seed.Callback.EncodingAesKey,
            }
        );
        await _host.StartAsync(Afternoon);
        var callback = new Uri(_host.Address, "/channels/wecom/callback").AbsoluteUri;
        await _emulator.Client.SetCallbackAsync(
            new CallbackSettings(callback, seed.Callback.Token, seed.Callback.EncodingAesKey)
        );
        await InstallAsync();
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _emulator.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    [Fact]
    public async Task Customer_ScansAStoresCode_JoinsByTheLink_GetsTheCards_AndOrders()
    {
        await _emulator.Client.ScanAsync(Customer, "store-renmin");
        var link = Link().Match(await WelcomeAsync()).Value;

        await _emulator.Client.ScanAsync(Customer, link);
        var card = await TaskAsync("flash-pickup");
        Assert.Contains("到店自提", card.GetProperty("text").GetString(), StringComparison.Ordinal);
        await ConfirmAsync(card);

        await MoveClocksAsync(Afternoon.AddMinutes(3));
        await ConfirmAsync(await TaskAsync("flash-group"));

        Assert.True(
            await _host.TrySendAsync(
                JsonSerializer.Serialize(
                    new[]
                    {
                        new
                        {
                            source = "shop",
                            id = "o1",
                            type = "order.paid",
                            at = Afternoon.AddMinutes(3),
                            contact = new { external_userid = Customer },
                            data = new { amount = 9.9, quantity = 1 },
                        },
                    }
                )
            )
        );
        await EventuallyAsync(async () => (await TagsAsync()).Contains("门店群首购", StringComparer.Ordinal));
        Assert.Equal(["门店扫码", "门店群码", "门店群首购"], (await TagsAsync()).Order(StringComparer.Ordinal));
        Assert.Empty(await _emulator.Client.ViolationsAsync());
        Assert.Empty(await _emulator.Client.DuplicatesAsync());
    }

    /// <summary>The store, its group, the group's code and the template; another journey that ships greets at the same codes.</summary>
    private async Task InstallAsync()
    {
        await _host.SendAsync(HttpMethod.Post, "/elsa/api/workflow-definitions/store-welcome/retract", "{}");
        await _host.SendAsync(HttpMethod.Put, "/api/stores/renmin", """{"name":"人民广场店"}""");
        await _host.SendAsync(
            HttpMethod.Put,
            $"/api/groups/{Group}",
            $$"""{"name":"人民广场店咖啡福利群","storeId":"renmin","ownerId":"{{Manager}}"}"""
        );
        await _host.SendAsync(
            HttpMethod.Put,
            "/api/wecom/ways/renmin",
            $$"""{"kind":"Group","groups":["{{Group}}"]}"""
        );
        await _host.SendAsync(HttpMethod.Post, "/api/templates/store-lbs-group/install", """{"publish":true}""");
        await EventuallyAsync(IsScheduledAsync);
    }

    // A journey that is published is scheduled within five seconds, from the time it is then.
    private async Task<bool> IsScheduledAsync()
    {
        await using var connection = new SqliteConnection(
            $"Data Source={Path.Combine(_data, "workflows.db")};Mode=ReadOnly"
        );
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM work_items WHERE due_at = $sale";
        command.Parameters.AddWithValue("$sale", Afternoon.AddMinutes(2).UtcTicks);
        return await command.ExecuteScalarAsync() is > 0L;
    }

    private async Task<string> WelcomeAsync()
    {
        var text = "";
        await EventuallyAsync(async () =>
        {
            if (await _emulator.Client.LogAsync(Customer, "welcome") is [var greeting, ..])
            {
                text = greeting.Text ?? "";
            }

            return text.Length > 0;
        });
        return text;
    }

    /// <summary>What the manager has to do, once it is there.</summary>
    private async Task<JsonElement> TaskAsync(string template)
    {
        JsonElement[] found = [];
        await EventuallyAsync(async () =>
        {
            var page = await _host.GetAsync($"/api/staff-tasks?staff={Manager}");
            found =
            [
                .. page.GetProperty("items")
                    .EnumerateArray()
                    .Where(task =>
                        task.GetProperty("template").GetString()!.Equals(template, StringComparison.Ordinal)
                    ),
            ];
            return found.Length > 0;
        });
        return Assert.Single(found);
    }

    private Task ConfirmAsync(JsonElement task) =>
        _host.SendAsync(HttpMethod.Post, $"/api/staff-tasks/{task.GetProperty("reference").GetString()}/confirm", "{}");

    private async Task<string[]> TagsAsync()
    {
        var page = await _host.GetAsync($"/api/contacts?kind=external_userid&identity={Customer}");
        return [.. page.GetProperty("items")[0].GetProperty("tags").EnumerateArray().Select(tag => tag.GetString()!)];
    }

    private async Task MoveClocksAsync(DateTimeOffset now)
    {
        await _emulator.Client.SetClockAsync(now);
        if (_host.IsRunning)
        {
            await _host.SetClockAsync(now);
        }
    }

    private async Task EventuallyAsync(Func<Task<bool>> holds)
    {
        var began = Stopwatch.GetTimestamp();
        while (!await holds())
        {
            if (Stopwatch.GetElapsedTime(began) > Patience)
            {
                var calls = string.Join(Environment.NewLine, await _emulator.Client.CallbacksAsync());
                throw new TimeoutException($"{calls}{Environment.NewLine}{_host.Said()}");
            }

            await Task.Delay(50);
        }
    }

    [GeneratedRegex(@"https?://\S+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Link();
}
