using System.Globalization;
using Workflows.Acceptance.Tests.Live;
using Workflows.Acceptance.Tests.WeCom;
using Workflows.Marketing.Messaging;
using Workflows.WeComEmulator.Controls;
using Workflows.WeComEmulator.Log;

namespace Workflows.Acceptance.Tests.Sop;

/// <summary>
/// A week of 50 published journeys on two hosts that want to say far more in 100 groups than S0-45 allows, carried by the WeCom
/// emulator, whose members confirm hours later. What counts is what the groups received by the emulator's own ledger.
/// </summary>
public sealed class SopWeekTests : IAsyncLifetime
{
    private const int Messages = 10_000;
    private const int MostADay = 3;

    private static readonly TimeSpan Shanghai = TimeSpan.FromHours(8);

    private readonly string _folder = Directory.CreateTempSubdirectory("workflows-sop-").FullName;
    private SendingDatabase _database = null!;
    private RunningEmulator _emulator = null!;

    public async Task InitializeAsync()
    {
        _database = await SendingDatabase.CreateAsync();
        _emulator = await RunningEmulator.StartAsync(
            new EmulatorOptions { Seed = SopCompany.Seed, Now = SopWeek.Monday }
        );
    }

    public async Task DisposeAsync()
    {
        await _emulator.DisposeAsync();
        await _database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Week_OfFiftyJourneysOnTwoHosts_NeverSaysMoreThanThreeADayAndLosesNothing()
    {
        await using var one = new HostProcess(Settings());
        await using var two = new HostProcess(Settings());
        await one.StartAsync(SopWeek.Monday);
        for (var journey = 0; journey < SopJourney.Count; journey++)
        {
            await one.PublishAsync(SopJourney.Document(journey));
        }

        two.ApiKey = one.ApiKey;
        await two.StartAsync(SopWeek.Monday);
        await new SopWeek(_database, _emulator.Client, [one, two]).PlayAsync();

        var messages = await _database.GroupMessagesAsync();
        var received = await _emulator.Client.LogAsync(carrier: "group");
        AssertNothingIsLost(messages);
        AssertLedgersAgree(messages, received);
        await AssertNoDayIsFullerAsync(received);
        Assert.Equal((SopJourney.Count * SopCompany.Groups, 0), await _database.InstancesAsync());
    }

    /// <summary>Every message came to one end, and what was not sent says why.</summary>
    private static void AssertNothingIsLost(IReadOnlyList<SopMessage> messages)
    {
        Assert.Equal(Messages, messages.Count);
        Assert.Equal(Messages, messages.DistinctBy(message => (message.Group, message.Text)).Count());
        var ends = messages.CountBy(message => (message.Outcome, message.Reason)).ToDictionary();
        Assert.Equal(
            [
                (SendOutcome.Sent, null),
                (SendOutcome.Unconfirmed, ReasonCodes.NotConfirmed),
                (SendOutcome.Refused, "group_sop_daily"),
                (SendOutcome.Refused, "quiet_hours"),
                (SendOutcome.Expired, ReasonCodes.Expired),
                (SendOutcome.Expired, "group_sop_daily"),
            ],
            ends.Keys.OrderBy(end => end.Outcome).ThenBy(end => end.Reason, StringComparer.Ordinal)
        );
        // There was always more to say than could be said: every group was held back by its limit.
        Assert.Equal(
            SopCompany.Groups,
            messages.Where(message => message.Reason is "group_sop_daily").DistinctBy(message => message.Group).Count()
        );
    }

    /// <summary>Message by message: what the outbox calls sent is what the groups received, each once.</summary>
    private static void AssertLedgersAgree(IReadOnlyList<SopMessage> messages, IReadOnlyList<LoggedMessage> received) =>
        Assert.Equal(
            messages
                .Where(message => message.Outcome == SendOutcome.Sent)
                .Select(message => $"{message.Group} {message.Text}")
                .Order(StringComparer.Ordinal),
            received.Select(message => $"{message.To} {message.Text}").Order(StringComparer.Ordinal)
        );

    private async Task AssertNoDayIsFullerAsync(IReadOnlyList<LoggedMessage> received)
    {
        var days = received
            .GroupBy(message => (message.To, Day: DateOnly.FromDateTime(message.At.ToOffset(Shanghai).DateTime)))
            .ToDictionary(
                day => string.Create(CultureInfo.InvariantCulture, $"mass/{day.Key.To}/{day.Key.Day:yyyy-MM-dd}"),
                day => day.Count()
            );
        Assert.All(days.Values, count => Assert.InRange(count, 1, MostADay));
        // Chance decides who confirms, so a group may miss its third by a hair; all but a few come to their limit.
        Assert.InRange(
            days.Where(day => day.Value == MostADay).Select(day => day.Key.Split('/')[1]).Distinct().Count(),
            SopCompany.Groups * 9 / 10,
            SopCompany.Groups
        );

        var ledger = (await _emulator.Client.LedgerAsync("mass/")).Where(count => IsOfADay(count.Key));
        Assert.Equal(Lines(days), Lines(ledger));
        Assert.Empty(await _emulator.Client.DuplicatesAsync());
        Assert.Empty(await _emulator.Client.ViolationsAsync());
    }

    private static bool IsOfADay(string counter) =>
        DateOnly.TryParseExact(counter.Split('/')[^1], "yyyy-MM-dd", CultureInfo.InvariantCulture, default, out _);

    private static IEnumerable<string> Lines(IEnumerable<KeyValuePair<string, int>> counts) =>
        counts.Select(count => $"{count.Key}: {count.Value}").Order(StringComparer.Ordinal);

    private Dictionary<string, string> Settings() =>
        new(StringComparer.Ordinal)
        {
            ["WORKFLOWS__PROVIDER"] = "Postgres",
            ["WORKFLOWS__CONNECTIONSTRING"] = _database.ConnectionString,
            ["WORKFLOWS__DATA"] = _folder,
            ["CHANNELS__WECOM__BASEURL"] = _emulator.Address.AbsoluteUri,
            ["CHANNELS__WECOM__CORPID"] = SopCompany.Seed.Id,
            ["CHANNELS__WECOM__SECRET"] = SopCompany.Secret,
            ["CHANNELS__WECOM__TIMEOUT"] = "00:00:02",
            ["CHANNELS__WECOM__TASKS__RECONCILEAFTER"] = "00:00:06",
            ["TEST__DISPATCHER__ATTEMPTTIMEOUT"] = "00:00:06",
            ["TEST__DISPATCHER__LEASETIME"] = "00:00:20",
        };
}
