using System.Collections.Concurrent;
using System.Net;
using Workflows.Acceptance.Tests.Live;

namespace Workflows.Acceptance.Tests.GroupBuys;

/// <summary>Customers who want seats, all at once and on either host; who gets no answer asks the other host with the same key.</summary>
internal sealed class GroupBuyRush(IReadOnlyList<HostProcess> hosts, int seed)
{
    private const int AtOnce = 32;
    private const int Attempts = 2;
    private const int EveryTwice = 10;

    private readonly string[] _teams = new string[300];

    /// <summary>The orders that were told to have a seat, with their teams.</summary>
    public ConcurrentDictionary<string, string> Seated { get; } = new(StringComparer.Ordinal);

    /// <summary>How often somebody was told that a team is full.</summary>
    public int Refused => _refused;

    private int _refused;

    public Task OpenAsync() =>
        ForEachAsync(
            _teams.Length,
            async number =>
            {
                var (status, answer) = await AskAsync(
                    number,
                    $"/api/group-buys/{GroupBuyJourney.Campaign}/teams",
                    Wish($"t{number}", $"leader{number}")
                );
                Assert.True(status is HttpStatusCode.Created or HttpStatusCode.OK, $"{status} {answer}");
                _teams[number] = answer.GetProperty("id").GetString()!;
                Seated[$"order-t{number}"] = _teams[number];
            }
        );

    /// <param name="first">The first customer's number.</param>
    /// <param name="count">How many come.</param>
    public Task JoinAsync(int first, int count) =>
        ForEachAsync(
            count,
            async index =>
            {
                var number = first + index;
                var chance = new Random(seed + number);
                for (var attempt = 0; attempt < Attempts; attempt++)
                {
                    var key = $"c{number}-{attempt}";
                    var team = _teams[chance.Next(_teams.Length)];
                    if (await TryAsync(number, team, Wish(key, $"customer{number}"), number % EveryTwice == 0))
                    {
                        Seated[$"order-{key}"] = team;
                        return;
                    }
                }
            }
        );

    private async Task<bool> TryAsync(int number, string team, object wish, bool isAskedTwice)
    {
        var path = $"/api/group-buy-teams/{team}/seats";
        var twice = isAskedTwice ? AskAsync(number + 1, path, wish) : null;
        var (status, answer) = await AskAsync(number, path, wish);
        if (twice is not null)
        {
            var other = (await twice).Status;
            Assert.Equal(status is HttpStatusCode.Conflict, other is HttpStatusCode.Conflict);
        }

        if (status is HttpStatusCode.Conflict)
        {
            Assert.Equal("full", answer.GetProperty("reason").GetString());
            Interlocked.Increment(ref _refused);
            return false;
        }

        Assert.True(status is HttpStatusCode.Created or HttpStatusCode.OK, $"{status} {answer}");
        return true;
    }

    private async Task<(HttpStatusCode Status, System.Text.Json.JsonElement Answer)> AskAsync(
        int at,
        string path,
        object wish
    )
    {
        for (var turn = at; ; turn++)
        {
            if (await hosts[turn % hosts.Count].TryPostAsync(path, wish) is { } told)
            {
                return told;
            }
        }
    }

    private static object Wish(string key, string customer) =>
        new
        {
            key,
            contact = new { openid = customer },
            order = $"order-{key}",
        };

    private static Task ForEachAsync(int count, Func<int, Task> act) =>
        Parallel.ForEachAsync(
            Enumerable.Range(0, count),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (number, _) => await act(number)
        );
}
