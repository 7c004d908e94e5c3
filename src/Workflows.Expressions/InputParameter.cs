namespace Workflows.Expressions;

/// <summary>One named input of an expression and the type its values have.</summary>
/// <param name="Name">
/// The name as the text writes it. A dotted name such as <c>Variables.Total</c> declares a member of a group:
/// the text says <c>Variables.Total</c> and the scope is asked for <c>Variables.Total</c>.
/// </param>
/// <param name="Type">The CLR type the value is converted to before it is used.</param>
public sealed record InputParameter(string Name, Type Type);
