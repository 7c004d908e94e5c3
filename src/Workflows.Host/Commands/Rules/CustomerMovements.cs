using System.CommandLine;
using Workflows.Host.Json;

namespace Workflows.Host.Commands.Rules;

/// <summary>How many customers of a file fall elsewhere.</summary>
/// <param name="Customers">How many rows there are.</param>
/// <param name="Moved">For how many another rule decides.</param>
/// <param name="Failed">How many could not be judged.</param>
/// <param name="Movements">From where to where, the most customers first.</param>
internal sealed record CustomerMovements(
    int Customers,
    int Moved,
    int Failed,
    IReadOnlyList<CustomerMovement> Movements
)
{
    /// <summary>Asks both versions about every customer.</summary>
    /// <exception cref="BadInputException">The file, or a version with it, cannot be used.</exception>
    public static async Task<CustomerMovements> CountAsync(
        ParseResult parsed,
        RuleSource old,
        RuleSource now,
        IReadOnlyDictionary<string, string> renamed,
        CancellationToken cancellationToken
    )
    {
        var before = await OpenAsync(parsed, old, cancellationToken);
        var after = await OpenAsync(parsed, now, cancellationToken);
        var tally = new Tally(renamed);
        using var first = JsonText.OpenFile(before.Path);
        using var second = JsonText.OpenFile(after.Path);
        foreach (var (row, same) in before.Table.Read(first).Zip(after.Table.Read(second)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (row.Reason is not null || same.Reason is not null)
            {
                tally.Fail();
            }
            else
            {
                tally.Add(row.Row, Decide(before, row), Decide(after, same));
            }
        }

        return tally.Finish();
    }

    private static string? Decide(CustomerQuestion question, Workflows.Marketing.CustomerFiles.CustomerRow row) =>
        question.RuleSet.Decide(question.Inputs(row)).Rule;

    private static async Task<CustomerQuestion> OpenAsync(
        ParseResult parsed,
        RuleSource source,
        CancellationToken cancellationToken
    )
    {
        var file = await RuleFile.OfAsync(
            [source.RuleSet, .. source.Others],
            CommonOptions.ReadLang(parsed),
            cancellationToken
        );
        return await CustomerQuestion.OpenAsync(parsed, file, cancellationToken);
    }

    private sealed class Tally(IReadOnlyDictionary<string, string> renamed)
    {
        private const int MaxRows = 5;

        private readonly Dictionary<(string From, string To), (int Count, List<long> Rows)> _moved = [];
        private int _customers;
        private int _failed;

        public void Fail()
        {
            _customers++;
            _failed++;
        }

        public void Add(long row, string? from, string? to)
        {
            _customers++;
            from = from is null ? null : renamed.GetValueOrDefault(from, from);
            if (string.Equals(from, to, StringComparison.Ordinal))
            {
                return;
            }

            var key = (from ?? "", to ?? "");
            var (count, rows) = _moved.TryGetValue(key, out var known) ? known : (0, []);
            if (count < MaxRows)
            {
                rows.Add(row);
            }

            _moved[key] = (count + 1, rows);
        }

        public CustomerMovements Finish() =>
            new(
                _customers,
                _moved.Values.Sum(moved => moved.Count),
                _failed,
                [
                    .. _moved
                        .OrderByDescending(moved => moved.Value.Count)
                        .Select(moved => new CustomerMovement(
                            moved.Key.From.Length == 0 ? null : moved.Key.From,
                            moved.Key.To.Length == 0 ? null : moved.Key.To,
                            moved.Value.Count,
                            moved.Value.Rows
                        )),
                ]
            );
    }
}
