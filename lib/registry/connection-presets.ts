/** An endpoint that many people have: fills a form, and nothing is asked before the operator allows its host. */
export interface ConnectionPreset {
  key: string;
  name: string;
  baseUrl: string;
}

/** Hosted ones first, then the servers of one's own machine at their usual ports. Source: the providers' manuals, November 2026. */
export const connectionPresets: readonly ConnectionPreset[] = [
  { key: "openai", name: "OpenAI", baseUrl: "https://api.openai.com/v1" },
  { key: "azure", name: "Azure OpenAI", baseUrl: "https://YOUR-RESOURCE.openai.azure.com/openai/v1" },
  { key: "openrouter", name: "OpenRouter", baseUrl: "https://openrouter.ai/api/v1" },
  { key: "mistral", name: "Mistral", baseUrl: "https://api.mistral.ai/v1" },
  { key: "groq", name: "Groq", baseUrl: "https://api.groq.com/openai/v1" },
  { key: "together", name: "Together", baseUrl: "https://api.together.xyz/v1" },
  { key: "deepseek", name: "DeepSeek", baseUrl: "https://api.deepseek.com/v1" },
  { key: "ollama", name: "Ollama", baseUrl: "http://localhost:11434/v1" },
  { key: "vllm", name: "vLLM", baseUrl: "http://localhost:8000/v1" },
  { key: "llama-cpp", name: "llama.cpp", baseUrl: "http://localhost:8080/v1" },
  { key: "lm-studio", name: "LM Studio", baseUrl: "http://localhost:1234/v1" },
  { key: "simulator", name: "Simulator", baseUrl: "http://localhost:4010/v1" },
];
