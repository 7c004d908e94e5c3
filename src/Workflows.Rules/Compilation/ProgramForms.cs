using System.Linq.Expressions;

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
        Lazy<TIndex> First(int word, bool careful) => new(() => (TIndex)compile(program.FirstMatch(word, careful)));
        Lazy<TBits> All(int word, bool careful) => new(() => (TBits)compile(program.Matches(word, careful)));

        FirstMatch = [.. program.Words.Select(word => First(word, careful: false))];
        CarefulFirstMatch = [.. program.Words.Select(word => First(word, careful: true))];
        Matches = [.. program.Words.Select(word => All(word, careful: false))];
        CarefulMatches = [.. program.Words.Select(word => All(word, careful: true))];
        Nodes = [.. program.Roots.Select(root => new Lazy<TBits>(() => (TBits)compile(program.Nodes(root))))];
    }

    /// <summary>For each word of rules, the first rule that holds or -1; an exception leaves.</summary>
    public Lazy<TIndex>[] FirstMatch { get; }

    /// <summary>The same, where a rule that fails does not hold.</summary>
    public Lazy<TIndex>[] CarefulFirstMatch { get; }

    /// <summary>For each word of rules, those that hold; an exception leaves.</summary>
    public Lazy<TBits>[] Matches { get; }

    /// <summary>The same, where a rule that fails does not hold.</summary>
    public Lazy<TBits>[] CarefulMatches { get; }

    /// <summary>For each rule, which of it and its nested rules hold; an exception leaves.</summary>
    public Lazy<TBits>[] Nodes { get; }

    /// <summary>Compiles what an ordinary question needs now.</summary>
    public void Warm()
    {
        foreach (var delegates in new[] { FirstMatch.Select(Value), Matches.Select(Value), Nodes.Select(Value) })
        {
            foreach (var compiled in delegates)
            {
                System.Runtime.CompilerServices.RuntimeHelpers.PrepareDelegate(compiled);
            }
        }
    }

    private static Delegate Value<T>(Lazy<T> lazy)
        where T : Delegate => lazy.Value;
}
