/** The rule of a quiz as an edition freezes it. */
export { BlueprintSchema as QuizRuleSchema } from "../../quizzes/bank-schema";
