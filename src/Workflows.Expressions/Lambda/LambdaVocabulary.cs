using System.Linq.Dynamic.Core;

namespace Workflows.Expressions.Lambda;

/// <summary>
/// The types whose names and methods lambda text may mention, for hosts whose language must know neither more nor less
/// than another's. Safe on every thread; make one and use it for many texts.
/// </summary>
public sealed class LambdaVocabulary
{
    /// <summary>Creates a vocabulary of exactly these types, besides the parser's predefined ones.</summary>
    public LambdaVocabulary(IEnumerable<Type> types)
    {
        Config = new ParsingConfig
        {
            CustomTypeProvider = new CustomTypes(types),
            SupportCastingToFullyQualifiedTypeAsString = false,
        };
    }

    internal ParsingConfig Config { get; }
}
