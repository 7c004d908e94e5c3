namespace Workflows.Expressions;

/// <summary>The languages an expression can be written in.</summary>
public enum Notation
{
    /// <summary>C#-like text over typed inputs: the language of RulesEngine files and of Elsa's <c>CSharp</c> expressions.</summary>
    Lambda,

    /// <summary>NCalc formulas over values found by name.</summary>
    NCalc,

    /// <summary>JavaScript; the last expression or a <c>return</c> gives the value.</summary>
    JavaScript,

    /// <summary>A Liquid template; the value is the rendered text.</summary>
    Liquid,
}
