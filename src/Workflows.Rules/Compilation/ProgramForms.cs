using System.Linq.Expressions;
using System.Runtime.CompilerServices;

namespace Workflows.Rules.Compilation;

/// <summary>The delegates of a program over inputs of one kind; each is compiled when it is first needed.</summary>
/// <typeparam name="TIndex">From the inputs to the index of a rule.</typeparam>
/// <typeparam name="TBits">From the inputs to one bit a rule.</typeparam>
internal sealed class ProgramForms<TIndex, TBits>
    where TIndex : Delegate
    where TBits : Delegate
{
    public ProgramForms(RuleProgram program, Func<LambdaExpression, Delegate> compile)
    {
        Lazy<TIndex> First(ProgramWord word, bool careful) =>
            new(() => (TIndex)compile(program.FirstMatch(word, careful)));
        Lazy<TBits> All(IEnumerable<ProgramRule> rules, bool careful) =>
            new(() => (TBits)compile(program.Matches(rules, careful)));

        FirstMatch = [.. program.Words.Select(word => First(word, careful: false))];
        CarefulFirstMatch = [.. program.Words.Select(word => First(word, careful: true))];
        Matches = [.. program.Words.Select(word => All(word.Rules, careful: false))];
        CarefulMatches = [.. program.Words.Select(word => All(word.Rules, careful: true))];
        Each = [.. program.Roots.Select(rule => All([rule], careful: false))];
        CarefulEach = [.. program.Roots.Select(rule => All([rule], careful: true))];
        Nodes = [.. program.Words.Select(word => new Lazy<TBits>(() => (TBits)compile(program.Nodes(word))))];
    }

    /// <summary>For each word of rules, the first rule that holds or -1; an exception leaves.</summary>
    public Lazy<TIndex>[] FirstMatch { get; }

    /// <summary>The same, where a rule that fails does not hold.</summary>
    public Lazy<TIndex>[] CarefulFirstMatch { get; }

    /// <summary>For each word of rules, those that hold; an exception leaves.</summary>
    public Lazy<TBits>[] Matches { get; }

    /// <summary>The same, where a rule that fails does not hold.</summary>
    public Lazy<TBits>[] CarefulMatches { get; }

    /// <summary>For each rule, whether it holds; an exception leaves.</summary>
    public Lazy<TBits>[] Each { get; }

    /// <summary>The same, where a rule that fails does not hold.</summary>
    public Lazy<TBits>[] CarefulEach { get; }

    /// <summary>For each word of rules, which of them and their nested rules hold; an exception leaves.</summary>
    public Lazy<TBits>[] Nodes { get; }

    /// <summary>Compiles what an ordinary question needs now.</summary>
    public void Warm()
    {
        IEnumerable<Delegate> delegates =
        [
            .. FirstMatch.Select(form => form.Value),
            .. Matches.Concat(Each).Concat(Nodes).Select(form => form.Value),
        ];
        foreach (var compiled in delegates)
        {
            RuntimeHelpers.PrepareDelegate(compiled);
        }
    }
}
