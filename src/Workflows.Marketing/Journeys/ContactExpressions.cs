using Workflows.Expressions;
using Workflows.Marketing.Contacts;
using Workflows.Runtime.Expressions;

namespace Workflows.Marketing.Journeys;

/// <summary>
/// What journeys add to expressions: <c>contact</c> in JavaScript (<c>contact.tier</c>), in Liquid
/// (<c>{{ contact.name }}</c>) and, typed, in lambda text (<c>contact.PaidOrderCount</c>).
/// </summary>
public static class ContactExpressions
{
    private const string Name = "contact";

    /// <summary>The objects scripts and templates can use.</summary>
    public static ScriptGlobals Globals { get; } =
        ScriptGlobals.Empty.With(
            Name,
            new ScriptObject(TryRead, Names: scope => Find(scope) is { } contact ? ContactMembers.Names(contact) : [])
        );

    /// <summary>The typed names lambda text can use.</summary>
    public static IReadOnlyList<LambdaInput> LambdaInputs { get; } =
    [new LambdaInput(Name, typeof(Contact), context => context.Subject as Contact)];

    /// <summary>All built-in notations with the contact in them.</summary>
    public static ExpressionRegistry Registry { get; } = new(globals: Globals, lambdaInputs: LambdaInputs);

    private static bool TryRead(Scope scope, string name, out object? value)
    {
        var contact = Find(scope);
        value = contact is null ? null : ContactMembers.Read(contact, name);
        return contact is not null;
    }

    private static Contact? Find(Scope scope) => (scope as ActivityScope)?.Context.Subject as Contact;
}
