namespace Workflows.Host.Commands.Rules;

/// <summary>What <c>rules evaluate --customers --json</c> prints.</summary>
/// <param name="Workflow">The rule set that was asked.</param>
/// <param name="Customers">How many rows there are, bad ones included.</param>
/// <param name="Rules">Every rule with the customers for whom it is the first that holds.</param>
/// <param name="None">The customers for whom no rule holds.</param>
/// <param name="Failed">How many rows could not be judged.</param>
/// <param name="Failures">The first of them.</param>
/// <param name="IsCompiled">Whether the compiled evaluator answered rather than the judge.</param>
/// <param name="Attributes">Columns that became attributes because no other name is known for them.</param>
internal sealed record CustomersAnswer(
    string Workflow,
    int Customers,
    IReadOnlyList<CustomersOfRule> Rules,
    CustomersOfRule None,
    int Failed,
    IReadOnlyList<CustomerFailure> Failures,
    bool IsCompiled,
    IReadOnlyList<string> Attributes
);
