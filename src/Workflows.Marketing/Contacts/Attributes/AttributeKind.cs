namespace Workflows.Marketing.Contacts;

/// <summary>What values of an attribute are, as the schema writes it in lower case.</summary>
public enum AttributeKind
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>A number with decimals, money for one.</summary>
    Decimal,

    /// <summary>A day <c>2021-01-31</c>, or an instant with its offset.</summary>
    Date,

    /// <summary>True or false.</summary>
    Bool,

    /// <summary>One of the choices.</summary>
    Choice,

    /// <summary>Several texts, of the choices where there are some.</summary>
    List,
}
