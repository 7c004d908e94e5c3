using System.Diagnostics;
using System.Text.Json;
using Workflows.Acceptance.Tests.Live;
using Workflows.Marketing.Messaging;
using Workflows.WeComEmulator.Controls;
using Workflows.WeComEmulator.Members;

namespace Workflows.Acceptance.Tests.WeCom;

/// <summary>
/// Journeys on two hosts send through WeCom while everything goes wrong at once: answers get lost after the act, calls are refused, limited,
/// cut and slow, tokens die, members ignore tasks, and a host is killed. Every message ends once, and nobody gets one twice.
/// </summary>
[Collection("live")]
public sealed class EveryFaultTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Noon = new(2021, 6, 1, 12, 0, 0, TimeSpan.FromHours(8));
    private const int EventsAtOnce = 2_000;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);

    private readonly string _folder = Directory.CreateTempSubdirectory("workflows-wecom-").FullName;

    // The journeys' clock goes with the test's, and ahead of it when a day has to pass.
    private readonly Stopwatch _elapsed = Stopwatch.StartNew();
    private TimeSpan _ahead;
    private SendingDatabase _database = null!;
    private RunningEmulator _emulator = null!;

    public async Task InitializeAsync()
    {
        _database = await SendingDatabase.CreateAsync();
        _emulator = await RunningEmulator.StartAsync(
            new EmulatorOptions
            {
                Seed = SendingCompany.Seed with
                {
                    // Some put a task aside, and some leave a recipient out of it.
                    Policy = new ConfirmPolicy
                    {
                        Probability = 0.9,
                        DelaySeconds = 1,
                        Share = 0.98,
                    },
                },
            }
        );
    }

    public async Task DisposeAsync()
    {
        await _emulator.DisposeAsync();
        await _database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Send_EveryFaultAtOnceAndAHostKilled_EachMessageEndsOnceAndNobodyGetsItTwice()
    {
        await using var one = new HostProcess(Settings());
        await using var two = new HostProcess(Settings());
        await one.StartAsync(Noon);
        await one.PublishAsync(SendingCompany.Journey);
        two.ApiKey = one.ApiKey;
        await two.StartAsync(Noon);
        await _emulator.Client.AddAllFaultsAsync();
        foreach (var (number, events) in SendingCompany.Events(Noon).Chunk(EventsAtOnce).Index())
        {
            Assert.True(await (number % 2 == 0 ? one : two).TrySendAsync(JsonSerializer.Serialize(events)));
        }

        await WaitAsync(one, two, left => left.Waiting < SendingCompany.Count * 2 / 3);
        await one.KillAsync();
        await WaitAsync(one, two, left => left.Waiting < SendingCompany.Count / 3);
        await one.StartAsync(Noon);
        await WaitAsync(one, two, left => left.Waiting == 0);
        // A day later the tasks nobody confirmed are taken back.
        _ahead = TimeSpan.FromHours(25);
        await WaitAsync(one, two, left => left is { Waiting: 0, Submitted: 0 });

        await AssertLedgersAgreeAsync();
        await WaitForJourneysAsync(one, two);
    }

    /// <summary>Every block learns what became of its message, and its journey comes to its end.</summary>
    private async Task WaitForJourneysAsync(HostProcess one, HostProcess two)
    {
        var started = Stopwatch.GetTimestamp();
        while (await _database.InstancesAsync() is var instances && instances != (SendingCompany.Count, 0))
        {
            Assert.True(Stopwatch.GetElapsedTime(started) < Patience, $"{instances}");
            await MoveClocksAsync(one, two);
            await Task.Delay(200);
        }
    }

    private async Task AssertLedgersAgreeAsync()
    {
        var outcomes = await _database.OutcomesAsync();
        var received = (await _emulator.Client.LogAsync()).Where(message => message.Api is "add_msg_template").ToList();
        var faults = await _emulator.Client.DrawnFaultsAsync();

        Assert.Equal(SendingCompany.Count, outcomes.Count);
        Assert.True(faults.Count > 50, $"Only {faults.Count} faults struck.");
        Assert.Contains(faults, fault => fault.AfterProcessing);
        Assert.Empty(await _emulator.Client.DuplicatesAsync());
        Assert.Equal(received.Count, received.Select(message => (message.To, message.Text)).Distinct().Count());
        Assert.Equal(
            outcomes
                .Where(pair => pair.Value == SendOutcome.Sent)
                .Select(pair => pair.Key)
                .Order(StringComparer.Ordinal),
            received.Select(message => message.To).Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            [SendOutcome.Sent, SendOutcome.Unconfirmed, SendOutcome.NotAFriend],
            outcomes.Values.Distinct().Order()
        );
        Assert.All(
            outcomes.Where(pair => pair.Value == SendOutcome.NotAFriend),
            pair => Assert.True(SendingCompany.IsStranger(pair.Key), pair.Key)
        );
    }

    private async Task WaitAsync(HostProcess one, HostProcess two, Func<SendingProgress, bool> isReached)
    {
        var started = Stopwatch.GetTimestamp();
        for (
            var left = await _database.ProgressAsync(SendingCompany.Count);
            !isReached(left);
            left = await _database.ProgressAsync(SendingCompany.Count)
        )
        {
            if (Stopwatch.GetElapsedTime(started) > Patience)
            {
                throw new TimeoutException($"{left}{Environment.NewLine}{one.Said()}{Environment.NewLine}{two.Said()}");
            }

            await MoveClocksAsync(one, two);
            await Task.Delay(200);
        }
    }

    private Task MoveClocksAsync(params HostProcess[] hosts)
    {
        var now = Noon + _elapsed.Elapsed + _ahead;
        return Task.WhenAll(hosts.Where(host => host.IsRunning).Select(host => host.SetClockAsync(now)));
    }

    private Dictionary<string, string> Settings() =>
        new(StringComparer.Ordinal)
        {
            ["WORKFLOWS__PROVIDER"] = "Postgres",
            ["WORKFLOWS__CONNECTIONSTRING"] = _database.ConnectionString,
            ["WORKFLOWS__DATA"] = _folder,
            ["CHANNELS__WECOM__BASEURL"] = _emulator.Address.AbsoluteUri,
            ["CHANNELS__WECOM__CORPID"] = SendingCompany.Seed.Id,
            ["CHANNELS__WECOM__SECRET"] = SendingCompany.Secret,
            ["CHANNELS__WECOM__TIMEOUT"] = "00:00:02",
            ["CHANNELS__WECOM__CALLS__PAUSE"] = "00:00:01",
            ["CHANNELS__WECOM__TASKS__RECONCILEAFTER"] = "00:00:06",
            ["CHANNELS__WECOM__TASKS__CHECKEVERY"] = "00:00:02",
            ["TEST__DISPATCHER__ATTEMPTTIMEOUT"] = "00:00:06",
            ["TEST__DISPATCHER__LEASETIME"] = "00:00:13",
            ["TEST__DISPATCHER__MAXATTEMPTS"] = "100",
            ["TEST__DISPATCHER__CHECKINTERVAL"] = "00:00:02",
            ["TEST__DISPATCHER__MAXDELAY"] = "00:00:04",
        };
}
