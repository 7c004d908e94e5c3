using Workflows.Marketing.CustomerFiles;
using Workflows.Rules.Catalog;

namespace Workflows.Host.Commands.Rules;

/// <summary>Counts customers by the first rule that holds, and keeps a few of each.</summary>
internal sealed class CustomerTally(CustomerQuestion question, CustomerReasons reasons)
{
    private const int ExamplesOfRule = 2;
    private const int MostFailures = 10;

    private readonly Dictionary<string, Group> _rules = new(StringComparer.Ordinal);
    private readonly List<CustomerFailure> _failures = [];
    private readonly Group _none = new();
    private int _failed;
    private int _rows;

    public void Add(CustomerRow row, RuleDecision decision)
    {
        _rows++;
        if (row.Reason is { } reason)
        {
            Fail(row, reason);
        }
        else if (!decision.IsSuccess && decision.Message is { } message)
        {
            Fail(row, message);
        }
        else
        {
            var group = decision.Rule is { } rule ? GroupOf(rule, decision.SuccessEvent) : _none;
            group.Customers++;
            if (group.Examples.Count < ExamplesOfRule)
            {
                group.Examples.Add(
                    new CustomerExample(row.Row, row.Customer, decision.Output, reasons.Why(row), reasons.Explain(row))
                );
            }
        }
    }

    public CustomersAnswer Answer() =>
        new(
            question.RuleSet.Name,
            _rows,
            [.. reasons.Explainer.Rules.Select(rule => GroupOf(rule.Name, rule.Event).Of(rule.Name))],
            _none.Of(null),
            _failed,
            _failures,
            question.RuleSet.Compiled is not null,
            question.Table.Attributes
        );

    private Group GroupOf(string rule, string? successEvent)
    {
        if (!_rules.TryGetValue(rule, out var group))
        {
            _rules.Add(rule, group = new Group { Event = successEvent });
        }

        return group;
    }

    private void Fail(CustomerRow row, string reason)
    {
        _failed++;
        if (_failures.Count < MostFailures)
        {
            _failures.Add(new CustomerFailure(row.Row, reason));
        }
    }

    private sealed class Group
    {
        public string? Event { get; init; }

        public int Customers { get; set; }

        public List<CustomerExample> Examples { get; } = [];

        public CustomersOfRule Of(string? rule) => new(rule, Event, Customers, Examples);
    }
}
